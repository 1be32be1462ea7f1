"""Places are scored for finding them, for locating them, and for both."""

from collections.abc import Sequence

from watchword.ledger.corpora.toponyms import MarkedText, MarkedToponym
from watchword.ledger.reading.toponyms import PlaceMisses, score_places
from watchword.ledger.scores import Detection, Share
from watchword.model.toponym import LocatedToponym, Toponym
from watchword.resolve.locations import locate_toponyms

TEXT = "Lima, Callao, Qzwxvy, Paris, Rio Alto and Quito."
LIMA, CALLAO, PARIS_TEXAS, QUITO = 3936456, 3946083, 4717560, 3652462


def label(words: str, number: int | None, spot: tuple[float, float] | None = None) -> MarkedToponym:
    start = TEXT.index(words)
    return MarkedToponym(
        start=start,
        end=start + len(words),
        words=words,
        geonames_id=number,
        latitude=spot[0] if spot else None,
        longitude=spot[1] if spot else None,
    )


MARKED = MarkedText(
    key="1",
    text=TEXT,
    toponyms=(
        label("Lima", LIMA),
        label("Callao", 9, (-12.0, -77.1)),
        label("Qzwxvy", None),
        label("Paris", PARIS_TEXAS),
        label("Alto", 8),
        label("Quito", QUITO),
    ),
)


def finding(*names: str) -> Sequence[LocatedToponym]:
    starts = [(TEXT.index(name), name) for name in names]
    toponyms = [Toponym(start=at, end=at + len(name), words=name) for at, name in starts]
    return locate_toponyms(TEXT, toponyms)


def test_nothing_scores_nothing() -> None:
    scores = score_places([], lambda _: [], locate_toponyms)
    assert scores.texts == 0
    assert scores.exact == Detection(hits=0, found=0, labelled=0)


def test_each_step_is_scored() -> None:
    names = ("Lima", "Callao", "Qzwxvy", "Paris", "Rio Alto")
    scores = score_places([MARKED], lambda _: finding(*names), locate_toponyms)
    assert scores.recognition == Detection(hits=3, found=4, labelled=5)
    assert scores.resolution == Share(hits=2, of=5)
    assert scores.near == Share(hits=3, of=5)
    assert scores.exact.hits == 1
    assert scores.misses == PlaceMisses(
        not_found=1, cut_otherwise=1, not_in_gazetteer=1, mistaken=1
    )


def test_what_touches_a_label_without_a_number_counts_on_neither_side() -> None:
    scores = score_places([MARKED], lambda _: finding("Qzwxvy"), locate_toponyms)
    assert scores.recognition == Detection(hits=0, found=0, labelled=5)


def test_an_overlapping_toponym_with_the_number_counts_as_overlapping_alone() -> None:
    marked = MarkedText(key="2", text=TEXT, toponyms=(label("Lima, Callao", LIMA),))
    scores = score_places([marked], lambda _: finding("Lima"), locate_toponyms)
    assert (scores.exact.hits, scores.overlapping.hits) == (0, 1)


def test_a_label_counts_once() -> None:
    marked = MarkedText(key="2", text=TEXT, toponyms=(label("Lima", LIMA),))
    twice = [*finding("Lima"), *finding("Lima")]
    scores = score_places([marked], lambda _: twice, locate_toponyms)
    assert (scores.overlapping.hits, scores.overlapping.found) == (1, 2)


def test_texts_add_up() -> None:
    scores = score_places([MARKED, MARKED], lambda _: finding("Lima"), locate_toponyms)
    assert (scores.texts, scores.exact.hits, scores.misses.not_found) == (2, 2, 8)
