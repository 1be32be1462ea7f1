"""Which claims show an indicator: all that it says has to be met, and it says why."""

from datetime import UTC, datetime

import pytest
from tests.store.records import read_of

from watchword.assess.indicators import Showing, find_showing, make_lens
from watchword.flow.situation.sighting import each_told
from watchword.model.event import EventType
from watchword.model.indicator import Indicator, Threshold, indicator_key
from watchword.model.position import PositionKind
from watchword.model.sighting import Manner
from watchword.relate.gist import content_words

SAID = datetime(2024, 10, 25, tzinfo=UTC)


def indicator(**said: object) -> Indicator:
    return Indicator(key=indicator_key("it"), name="it", since=SAID, **said)  # type: ignore[arg-type]


def seen(text: str, watched: Indicator, *, nearness: float = 0.0) -> list[Showing]:
    lens = make_lens(watched, content_words, {"Zelensky": ("Volodymyr Zelensky",)})
    told = list(each_told(read_of(text)))
    assert told, "the text makes no claim"
    found = (find_showing(lens, each, SAID, nearness=nearness) for each in told)
    return [each for each in found if each is not None]


def shows(text: str, watched: Indicator, *, nearness: float = 0.0) -> bool:
    return any(each.manner is Manner.SHOWS for each in seen(text, watched, nearness=nearness))


TROOPS = indicator(words="North Korean troops sent to Russia")
HITS = (
    "North Korea has deployed 1,500 soldiers to Russia, Seoul said on Friday.",
    "Pyongyang dispatched troops to Russia, the ministry said.",
    "Troops from North Korea were sent to Russia by ship.",
)
MISSES = (
    "South Korea has deployed 1,500 soldiers to Vietnam, Seoul said on Friday.",
    "North Korea launched a satellite.",
    "Russia sent troops to Kursk.",
)


@pytest.mark.parametrize("text", HITS)
def test_plain_words_meet_other_words_for_the_same(text: str) -> None:
    assert shows(text, TROOPS)


@pytest.mark.parametrize("text", MISSES)
def test_a_name_among_the_words_may_not_be_missing(text: str) -> None:
    assert not shows(text, TROOPS)


def test_half_of_the_words_are_enough_where_the_meaning_lies_near() -> None:
    quake = indicator(words="a strong earthquake strikes")
    text = "A magnitude 6.3 earthquake strikes the island."
    assert not shows(text, quake)
    assert shows(text, quake, nearness=0.7)


def test_the_reasons_are_told_in_words() -> None:
    (showing, *_) = seen(HITS[0], TROOPS)
    assert "troops" in showing.why
    assert showing.score == pytest.approx(1.0)


def test_a_denial_denies() -> None:
    found = seen("Russia denied that North Korean troops had been sent to Russia.", TROOPS)
    assert [each.manner for each in found] == [Manner.DENIES]


def test_what_lies_ahead_shows_it_only_where_that_is_asked_for() -> None:
    text = "North Korea plans to send troops to Russia, Seoul said."
    assert not shows(text, TROOPS)
    assert shows(text, indicator(words=TROOPS.words, ahead=True))


def test_what_is_long_past_shows_nothing_new() -> None:
    attack = indicator(words="bombing in Volsk")
    assert not shows("A court sentenced a man for the 2015 bombing in Volsk.", attack)
    assert shows("It was the worst bombing in Volsk since 2015.", attack)


def test_every_actor_has_to_take_part() -> None:
    both = indicator(actors=("Russia", "Ukraine"), events=(EventType.ASSAULT,))
    assert shows("Russia attacked Ukraine on Monday.", both)
    assert shows("Ukraine attacked Russia on Monday.", both)
    assert not shows("Russia attacked Syria on Monday.", both)


def test_an_actor_is_known_under_all_its_names() -> None:
    assert shows("Volodymyr Zelensky visited Paris.", indicator(actors=("Zelensky",)))


def test_a_figure_has_to_count_the_thing_and_reach_the_threshold() -> None:
    many = indicator(threshold=Threshold(counted="troops", least=10_000))
    assert shows("North Korea has sent about 12,000 troops to Russia.", many)
    assert not shows("North Korea has sent about 3,000 troops to Russia.", many)
    assert not shows("North Korea has sent about 12,000 workers to Russia.", many)
    assert not shows("North Korea has sent up to 12,000 troops to Russia.", many)


def test_a_place_may_be_the_country_around_it() -> None:
    at = indicator(words="troops", places=("Russia",))
    assert shows("The troops are in Kursk.", at)
    assert not shows("The troops are in Lyon.", at)


def test_a_position_on_a_question_is_found() -> None:
    arms = indicator(words="weapons to Ukraine", positions=(PositionKind.REVIEWS,))
    assert shows("South Korea is considering sending weapons to Ukraine.", arms)
    assert not shows("South Korea has sent weapons to Ukraine.", arms)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea could send troops to Russia, Seoul said.",
        "North Korea will send troops to Russia in December 2024, Seoul said.",
        "If asked, North Korea would send troops to Russia, Seoul said.",
    ],
)
def test_what_may_be_or_comes_later_has_not_been_seen(text: str) -> None:
    assert not shows(text, TROOPS)
    assert shows(text, indicator(words=TROOPS.words, ahead=True))


def test_what_may_have_happened_is_seen() -> None:
    assert shows("North Korea may have sent troops to Russia, Seoul said.", TROOPS)


def test_a_negation_of_another_deed_denies_nothing() -> None:
    idle = "South Korea will not sit idle over the dispatch of North Korean troops to Russia."
    assert seen(idle, TROOPS) == []
    (denial,) = seen("North Korea has not sent troops to Russia.", TROOPS)
    assert denial.manner is Manner.DENIES


@pytest.mark.parametrize(
    "text",
    [
        "North Korea does not rule out sending troops to Russia, Pyongyang said.",
        "The Pentagon said it had no evidence that North Korea had sent troops to Russia.",
    ],
)
def test_who_rules_nothing_out_and_who_has_no_evidence_denies_nothing(text: str) -> None:
    assert [each.manner for each in seen(text, TROOPS) if each.manner is Manner.DENIES] == []


def test_the_reasons_tell_countries_by_their_names() -> None:
    watched = indicator(words="North Korean troops sent to Russia", places=("Russia",))
    (showing, *_) = seen("North Korea sent 1,500 troops to Russia, Seoul said on Friday.", watched)
    assert "North Korea" in showing.why
    assert "in Russia" in showing.why
    assert "@" not in showing.why
