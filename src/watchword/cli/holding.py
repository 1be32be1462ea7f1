"""`watchword positions`: where actors stand on a question, what they said, and when it moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, put_lines, tell, warn
from watchword.cli.viewing import EVERYTHING, ViewOrder, kept_beside, see
from watchword.errors import SettingsError
from watchword.flow.situation.scoping import Asked
from watchword.flow.stand_records import stand_record_of
from watchword.flow.stands import heard_in, lines_on, suggested_in
from watchword.model.known import Known
from watchword.model.question import Question, question_key
from watchword.model.report import Report
from watchword.model.stand import StandLine, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionsOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        question: the question in one's own words, None for those that are kept or suggested.
        actor: whose positions alone, None for everybody's.
        suggest: whether suggested questions are printed beside kept ones.
        limit: how many questions to suggest at most.
    """

    view: ViewOrder
    question: str | None = None
    actor: str | None = None
    suggest: bool = False
    limit: int = 10


def show(order: PositionsOrder) -> None:
    """Print one question in full, or where everybody stands on those kept or suggested.

    Raises:
        SettingsError: if the question has no words to look for.
    """
    if order.question is not None and not order.question.strip():
        raise SettingsError("a question needs words", mend="watchword positions 'arms to Ukraine'")
    kept, register = kept_beside(order.view)
    known = see(order.view, Asked(actors=(order.actor,)) if order.actor else EVERYTHING)
    heard = heard_in(known, register)
    if order.question is not None:
        asked: tuple[Question, ...] = (_asked(order.question, order.actor),)
    elif kept and not order.suggest:
        asked = kept
    else:
        asked = (*kept, *suggested_in(heard, order.limit))
    lines = lines_on(asked, heard, register, actor=order.actor)
    if order.view.as_json:
        put_lines(stand_record_of(line, known) for line in lines)
    elif order.question is not None:
        _show_in_full(lines, known)
    else:
        _show_list(lines)
    _tell_nothing(order, asked, lines)


def _asked(words: str, actor: str | None) -> Question:
    plain = " ".join(words.split())
    return Question(key=question_key(plain), words=plain, actor=actor)


def _tell_nothing(
    order: PositionsOrder, asked: Sequence[Question], lines: Sequence[StandLine]
) -> None:
    if lines:
        return
    if order.question is not None:
        warn(f"nobody says anything on “{one_line(order.question)}”; fewer words find more")
    elif not asked:
        warn("no question is kept, and too little is held on any one to suggest it")
    else:
        warn("nobody says anything on these questions")


def _show_list(lines: Sequence[StandLine]) -> None:
    if lines:
        names = ("question", "actor", "stands", "since", "told by", "statements", "last turn")
        print_table(names, _each_row(lines))


def _each_row(lines: Sequence[StandLine]) -> Iterator[tuple[Text, ...]]:
    last = ""
    for line in lines:
        standing = _standing(line)
        cells = (
            line.question.words if line.question.key != last else "",
            line.name,
            _stands(line, standing),
            _day(standing.said_at) if standing else "",
            line.footing.value if line.footing else "others",
            f"{len(line.statements):,}",
            f"{_day(line.turns[-1].at)} {line.turns[-1].shift.value}" if line.turns else "",
        )
        last = line.question.key
        yield tuple(Text(one_line(cell)) for cell in cells)


def _show_in_full(lines: Sequence[StandLine], known: Known) -> None:
    for line in lines:
        standing = _standing(line)
        since = f" since {_day(standing.said_at)}" if standing else ""
        tell(f"{one_line(line.name)}: {_stands(line, standing)}{since}")
        for each in line.statements:
            for words in _each_told(each, known):
                tell(words)
        named = {each.key: each for each in line.statements}
        for turn in line.turns:
            tell(f"  TURN {_day(turn.at)} {turn.shift.value}: {turn.words}")
            for key in (turn.before, turn.after):
                tell(f"      {_quoted(named[key])} [{', '.join(named[key].claims)}]")
        tell()


def _each_told(each: Statement, known: Known) -> Iterator[str]:
    report = known.reports[known.claims[each.claims[0]].report]
    speaker = each.speaker or report.outlet or "outlet"
    again = "told again " if each.recalled else ""
    many = f", {len(each.origins):,} texts" if len(each.origins) > 1 else ""
    day = _day(each.said_at or each.told_at)
    yield "  " + one_line(f"{day} {again}{each.stand.value} ({each.footing.value}) {speaker}:")
    yield f"      {_quoted(each)} [{', '.join(each.claims)}; {_told_in(report)}{many}]"


def _told_in(report: Report) -> str:
    return one_line(f"{report.outlet or 'outlet not named'}, {report.report_id}")


def _quoted(each: Statement) -> str:
    cue = f"{each.cue.quote}: " if each.cue is not None else ""
    condition = f" (condition: {each.condition.quote})" if each.condition is not None else ""
    return one_line(f"“{cue}{each.words.quote}”{condition}")


def _stands(line: StandLine, standing: Statement | None) -> str:
    if line.stand is None or standing is None:
        return "told by others alone"
    return f"{line.stand.value}, under a condition" if standing.condition else line.stand.value


def _standing(line: StandLine) -> Statement | None:
    return next((each for each in line.statements if each.key == line.standing), None)


def _day(at: datetime | None) -> str:
    return "undated" if at is None else f"{at:%Y-%m-%d}"
