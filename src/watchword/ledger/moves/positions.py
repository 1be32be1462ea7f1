"""How well stands and their turns are told, on the composed cases beside this file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from watchword.engines.engine import EventEngine
from watchword.flow.knowing import known_of
from watchword.flow.reading import read_report
from watchword.flow.stands import heard_in, lines_on
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Aim, Score, detection_scores, share_score
from watchword.ledger.measuring import Place, Task
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.position_cases import (
    PATH,
    PositionCase,
    moves_in,
    read_position_cases,
)
from watchword.ledger.reader import report_of
from watchword.ledger.scores import Detection, Share
from watchword.model.question import Question, question_key
from watchword.model.stand import StandLine
from watchword.resolve.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried(HeldOut):
    """A set that lies beside the code, and not below the data folder."""

    def digest(self, _data: Path) -> str:
        """SHA-256 over the bytes of the file, hexadecimal."""
        return sha256(PATH.read_bytes()).hexdigest()

    def each_file(self, _data: Path) -> Iterator[Path]:
        """The one file."""
        yield PATH

    def is_there(self, _data: Path) -> bool:
        """Whether it is there, as it always is."""
        return PATH.exists()


COMPOSED = Carried(
    name="composed positions", files=(PATH.name,), origin="made up for Watchword from public facts"
)


def lines_of_case(
    case: PositionCase, engine: EventEngine, register: Register
) -> Mapping[str, StandLine]:
    """What is found in a case, by the names of actors."""
    read = [read_report(report_of(each), engine) for each in case.reports]
    known = known_of(read)
    question = Question(key=question_key(case.question), words=case.question)
    lines = lines_on([question], heard_in(known, register), register)
    return {line.name: line for line in lines}


def turns_found(lines: Mapping[str, StandLine]) -> frozenset[tuple[str, str, str]]:
    """Every turn that is named: whose, on which day, and how the stand moved."""
    return frozenset(
        (line.name, f"{turn.at:%Y-%m-%d}", turn.shift.value)
        for line in lines.values()
        for turn in line.turns
    )


def _score(bench: MoveBench) -> Iterable[Score]:
    register = Register()
    hits = found = labelled = right = stands = 0
    for case in read_position_cases(PATH.read_text(encoding="utf-8")):
        lines = lines_of_case(case, bench.engine, register)
        named = turns_found(lines)
        wanted = {(actor, day, shift.value) for actor, day, shift in moves_in(case.held)}
        hits += len(named & wanted)
        found += len(named)
        labelled += len(wanted)
        stands += len(case.held)
        right += sum(
            actor in lines and lines[actor].stand is held.stand for actor, held in case.held.items()
        )
    yield from detection_scores("turns", Detection(hits=hits, found=found, labelled=labelled))
    yield share_score("stands", Share(hits=right, of=stands))


TASKS: tuple[Task[MoveBench], ...] = (Task(head="positions", held=COMPOSED, run=_score),)
"""Every measurement of positions."""
AIMS: Mapping[Place, Aim] = {
    ("positions", COMPOSED.name, "turns F1"): Aim(aim=0.85, least=0.70),
    ("positions", COMPOSED.name, "stands"): Aim(aim=0.90, least=0.80),
}
"""What is wanted, by head, data and metric."""
