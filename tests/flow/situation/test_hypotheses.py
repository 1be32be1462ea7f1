"""Matrices of hypotheses in a record of each kind, weighed by what the running example tells."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from watchword.assess.hypotheses.scoring import judge
from watchword.assess.hypotheses.trying import find_trials
from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.errors import InvalidMatrixError, RefusedError
from watchword.flow.hypothesis_files import matrix_in
from watchword.flow.knowing import known_at, known_of
from watchword.flow.reading import read_report_events
from watchword.flow.running import Inputs, gather, limits_of
from watchword.flow.situation.hypotheses import (
    change_matrix,
    choose_matrix,
    matrices_of,
    open_matrix,
)
from watchword.flow.situation.hypothesis_weighing import (
    Scales,
    find_same,
    set_scales,
    suggest_pieces,
    take_claims,
    weigh_matrix,
    weigh_piece,
)
from watchword.model.hypothesis import Consistency, Hypothesis, Rating
from watchword.model.known import Known
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.piece import Piece
from watchword.model.report import Report, Status
from watchword.model.source import Reliability
from watchword.relate.witnesses import gone_reports
from watchword.store import Store

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "troops-to-russia"
SHIPPED = ROOT / "examples" / "troops-to-russia.hypotheses.json"
CASES = Path(__file__).parent / "cases" / "hypotheses.txt"
SENT = "North Korean troops have been sent to Russia"
TEXTS = {
    "H1": "North Korea has sent troops to Russia to fight against Ukraine.",
    "H2": "North Korea has sent soldiers to Russia for training only.",
    "H3": "North Korea has sent no troops to Russia.",
}
EMPTY = Matrix(
    key="k",
    title="x",
    hypotheses=tuple(Hypothesis(id=name, text=text) for name, text in TEXTS.items()),
)


@pytest.fixture(scope="module")
def known() -> Known:
    """What the running example tells."""
    settings = read_settings()
    inputs = Inputs(sources=(str(EXAMPLE),), limits=limits_of(settings), processes=1)
    return known_of(gather(inputs, ReadingEngine()).read)


@pytest.fixture(scope="module")
def scales(known: Known) -> Scales:
    """What a matrix of the three hypotheses is weighed with."""
    return set_scales(EMPTY, known, ReadingEngine())


def claim_of(known: Known, words: str) -> str:
    gone = gone_reports(known.reports, known.origins)
    return next(
        key
        for key, each in known.claims.items()
        if words in each.content.quote and each.report not in gone
    )


def weighed(words: str, known: Known, scales: Scales) -> Piece:
    piece = replace(take_claims([claim_of(known, words)], known), id="E1")
    return weigh_piece(piece, scales)


def proposed(piece: Piece) -> dict[str, str | None]:
    return {
        each.hypothesis: each.consistency.value if each.consistency else None
        for each in piece.proposals
    }


def test_a_claim_brings_its_sources_origins_and_credibility(known: Known, scales: Scales) -> None:
    piece = weighed(SENT, known, scales)
    assert {"NATO", "National Intelligence Service"} <= {each.source for each in piece.tellers}
    assert len(piece.origins) > 1
    assert piece.credibility.value == "2"
    assert piece.reasons
    quoted = piece.quoted[0].content
    assert known.reports[quoted.report].text[quoted.start : quoted.end] == quoted.quote


def test_what_a_claim_does_to_each_hypothesis_is_proposed_with_its_reason(
    known: Known, scales: Scales
) -> None:
    assert proposed(weighed(SENT, known, scales)) == {"H1": "C", "H2": None, "H3": "II"}
    denial = weighed("it has sent troops to Russia", known, scales)
    assert proposed(denial) == {"H1": "II", "H2": None, "H3": "CC"}
    reasons = {each.hypothesis: each.why for each in weighed(SENT, known, scales).proposals}
    assert reasons["H1"] == "it says this, but not: fight, Ukraine"
    assert "“only”" in reasons["H2"]


def test_a_plan_is_not_held_for_the_deed(known: Known, scales: Scales) -> None:
    piece = weighed("Russia planned to use the first of them in combat", known, scales)
    assert set(proposed(piece).values()) == {None}


def test_suggestions_come_once_each_and_those_with_a_proposal_first(scales: Scales) -> None:
    pieces, left = suggest_pieces(EMPTY, scales, 25)
    told = [any(proposed(each).values()) for each in pieces]
    assert told == sorted(told, reverse=True)
    assert left > 0
    assert len({each.claims for each in pieces}) == len(pieces) == 25
    again, _ = suggest_pieces(replace(EMPTY, pieces=pieces[:3]), scales, 25)
    assert not {each.claims for each in pieces[:3]} & {each.claims for each in again}


def test_a_claim_that_says_the_same_as_a_piece_is_found(known: Known, scales: Scales) -> None:
    keys = [key for key, each in known.claims.items() if each.content.quote == SENT]
    one, other = (take_claims([key], known) for key in keys[:2])
    matrix = replace(EMPTY, pieces=(replace(one, id="E1"),))
    assert find_same(other, matrix, scales) == matrix.pieces[0]
    far = take_claims([claim_of(known, "three North Korean generals")], known)
    assert find_same(far, matrix, scales) is None


def test_prints_of_one_text_change_no_weight(known: Known) -> None:
    before = weigh_piece(
        replace(take_claims([claim_of(known, SENT)], known), id="E1"),
        set_scales(EMPTY, known, ReadingEngine()),
    )
    copies = [origin for origin in known.origins if len(origin.reports) > 1]
    assert copies
    gone = {report for origin in copies for report in origin.reports[1:]}
    fewer = replace(
        known,
        reports={key: each for key, each in known.reports.items() if key not in gone},
        claims={key: each for key, each in known.claims.items() if each.report not in gone},
        origins=tuple(replace(each, reports=each.reports[:1]) for each in known.origins),
    )
    after = weigh_piece(
        replace(take_claims([claim_of(fewer, SENT)], fewer), id="E1"),
        set_scales(EMPTY, fewer, ReadingEngine()),
    )
    assert before.origins == after.origins
    assert (before.reliability, before.credibility) == (after.reliability, after.credibility)


def test_a_persons_grade_of_a_source_weighs(known: Known) -> None:
    graded = replace(known, grades={"NATO": Reliability.B})
    piece = weighed(SENT, graded, set_scales(EMPTY, graded, ReadingEngine()))
    assert piece.reliability is Reliability.B


def test_what_was_withdrawn_or_is_not_known_yet_stays_to_be_seen_and_does_not_count(
    known: Known,
) -> None:
    piece = replace(take_claims([claim_of(known, "three North Korean generals")], known), id="E1")
    report = known.claims[piece.claims[0]].report
    killed = replace(known.reports[report], status=Status.WITHHELD)
    after = replace(known, reports={**known.reports, report: killed})
    gone = weigh_piece(piece, set_scales(EMPTY, after, ReadingEngine()))
    assert gone.withdrawn
    assert not gone.counts
    at = known.reports[report].published.at
    assert at is not None
    early = known_at(known, at.replace(day=1))
    missing = weigh_piece(piece, set_scales(EMPTY, early, ReadingEngine()))
    assert "none of its claims is known" in missing.withdrawn


def test_the_shipped_matrix_is_weighed_to_what_it_says_and_hangs_on_what_the_page_tells(
    known: Known,
) -> None:
    shipped = matrix_in(SHIPPED.read_bytes(), SHIPPED.name)
    claims = {key for piece in shipped.pieces for key in piece.claims}
    assert claims <= set(known.claims)
    again = weigh_matrix(shipped, set_scales(shipped, known, ReadingEngine()))
    assert again == shipped
    assert judge(shipped).ranking == (("H1",), ("H2",), ("H3",))
    assert any(each.leads_change and each.name == "E1" for each in find_trials(shipped))


def opening(by: str = "ana") -> Callable[[Matrix], tuple[MatrixChange, ...]]:
    def changes(matrix: Matrix) -> tuple[MatrixChange, ...]:
        assert matrix.at is not None
        return tuple(
            MatrixChange(
                matrix=matrix.key,
                deed=MatrixDeed.HYPOTHESIS,
                by=by,
                at=matrix.at,
                subject=name,
                hypothesis=Hypothesis(id=name, text=text),
            )
            for name, text in TEXTS.items()
        )

    return changes


def rating(matrix: Matrix, by: str, value: Consistency | None) -> MatrixChange:
    assert matrix.at is not None
    return MatrixChange(
        matrix=matrix.key,
        deed=MatrixDeed.RATED,
        by=by,
        at=matrix.at,
        rating=Rating(evidence="E1", hypothesis="H1", consistency=value, by=by),
    )


def test_a_record_keeps_every_change_with_who_and_when_and_shows_any_instant(
    store: Store, known: Known
) -> None:
    made = open_matrix(store, "What is sent?", opening(), by="ana")
    piece = replace(take_claims([claim_of(known, SENT)], known), id="E1")

    def take(matrix: Matrix) -> tuple[MatrixChange, ...]:
        change = rating(matrix, "ana", None)
        return (replace(change, deed=MatrixDeed.TAKEN, rating=None, piece=piece),)

    change_matrix(store, made.key, take)
    change_matrix(store, "What is sent?", lambda m: (rating(m, "ana", Consistency.CONSISTENT),))
    with store.viewing() as view:
        before = view.as_of
    last = change_matrix(store, made.key[:6], lambda m: (rating(m, "ben", Consistency.NEUTRAL),))
    with store.viewing() as view:
        assert matrices_of(view) == (last,)
    assert [(each.by, each.at is not None) for each in last.ratings] == [
        ("ana", True),
        ("ben", True),
    ]
    with store.viewing(before) as view:
        assert [each.by for each in choose_matrix(view, made.key).ratings] == ["ana"]
    assert (last.pieces[0].by, last.pieces[0].claims) == ("ana", piece.claims)


def test_nothing_is_kept_of_changes_of_which_one_does_not_fit(store: Store) -> None:
    made = open_matrix(store, "What is sent?", opening(), by="ana")
    with pytest.raises(InvalidMatrixError, match="this name"):
        change_matrix(
            store,
            made.key,
            lambda m: (
                replace(rating(m, "ana", None), deed=MatrixDeed.DROPPED, subject="H3"),
                *opening()(m)[:1],
            ),
        )
    with store.viewing() as view:
        assert matrices_of(view) == (made,)
    with pytest.raises(RefusedError, match="there is a matrix of this title"):
        open_matrix(store, "What is sent?", opening(), by="ben")
    with pytest.raises(RefusedError, match="no such matrix"):
        change_matrix(store, "elsewhere", opening())


SIDES = {"CC": "for", "C": "for", "I": "against", "II": "against", None: "none"}


def side_of(words: str, sentence: str, engine: ReadingEngine) -> str:
    """What a sentence of a report does to a hypothesis."""
    digest = sha256(sentence.encode()).hexdigest()
    report = Report(
        key=digest[:16],
        report_id=digest,
        text=sentence,
        text_sha256=digest,
        raw_sha256=digest,
        raw=b"",
        form="text",
        found_at="",
        language="en",
    )
    told = known_of([read_report_events(report, engine)])
    matrix = replace(EMPTY, hypotheses=(Hypothesis(id="H1", text=words),))
    made = set_scales(matrix, told, engine)
    (proposal,) = made.proposals([next(iter(told.claims.values()))])
    return SIDES[proposal.consistency.value if proposal.consistency else None]


def test_the_trial_of_what_is_proposed_gives_its_figures() -> None:
    engine = ReadingEngine()
    cases = [
        [part.strip() for part in line.split("|")]
        for line in CASES.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    wrong = [
        (words, sentence)
        for side, words, sentence in cases
        if side_of(words, sentence, engine) != side
    ]
    assert len(cases) == 72
    # A capital stands for its state, so that its own fall is not told apart.
    assert wrong == [
        (
            "Sudan's army has taken Khartoum.",
            "Sudan's army has taken Omdurman, a spokesman said.",
        )
    ]
