from dataclasses import replace

import pytest
from tests.relate.claims import KURSK, NIS, RUSSIA, claim, figure, report

from watchword.model.claim import Claim
from watchword.model.counted import Counted
from watchword.model.figure import Figure
from watchword.relate.counted import is_told_as_earlier, read_counted
from watchword.relate.counted_where import region_of
from watchword.relate.kinds import kind_counted, people_named
from watchword.relate.surroundings import each_counted


def at(words: str, content: str, best: float, unit: str = "", **known: object) -> Figure:
    """A figure where its words stand in some content."""
    start = content.index(words)
    made = figure(best, unit, **{"counted": "", "words": words, **known})
    return replace(made, start=start, end=start + len(words))


def told(content: str, *figures: Figure, **known: object) -> Claim:
    fields = {"recipient": None, "actor": None, **known}
    return claim("c1", content, NIS, figures=figures, **fields)


def in_report(text: str, *claims: Claim) -> dict[str, Counted]:
    """What each figure counts, by its words; each claim's content stands in the text."""
    moved = []
    for number, each in enumerate(claims):
        start = text.index(each.content.quote)
        span = replace(each.content, start=start, end=start + len(each.content.quote))
        figures = tuple(
            replace(one, start=one.start + start, end=one.end + start) for one in each.figures
        )
        spans = {"content": span, "sentence": span}
        moved.append(replace(each, key=f"c{number}", figures=figures, **spans))
    found = each_counted(report("r1", text=text), moved)
    return {one.words: thing for _, one, thing in found}


def test_the_words_beside_a_figure_decide_before_the_verb() -> None:
    content = "Of the 11,000 soldiers sent to Russia, 4,000 have been killed"
    sent = at("11,000", content, 11000, "soldiers", counted="soldiers")
    dead = at("4,000", content, 4000, "soldiers", counted="soldiers", fate="killed")
    both = told(content, sent, dead, verb="kill", place=RUSSIA)
    assert read_counted(both, sent).deed == "abroad"
    assert read_counted(both, dead).deed == "kill"


def test_casualties_of_a_side_are_neither_its_dead_nor_those_it_sent() -> None:
    content = "North Korea has suffered 4,000 casualties"
    claimed = told(
        content,
        at("4,000", content, 4000, "casualties", counted="casualties"),
        verb="suffer",
        actor="North Korea",
    )
    (thing,) = in_report(content, claimed).values()
    assert (thing.kind, thing.whose, thing.deed) == ("troops", "KP", "fall")


def test_a_part_told_of_another_place_is_a_count_of_that_place() -> None:
    content = "11,000 North Korean soldiers are in Russia, 10,000 of them in the Kursk region"
    whole = at("11,000", content, 11000, "soldiers", counted="North Korean soldiers")
    part = at("10,000", content, 10000, "soldiers", counted="North Korean soldiers", part_of=0)
    found = in_report(content, told(content, whole, part, verb="be", place=RUSSIA))
    assert (found["11,000"].where, found["11,000"].part) == ("RU", False)
    assert (found["10,000"].where, found["10,000"].part) == ("Kursk region", False)


def test_officers_among_those_sent_are_a_part() -> None:
    content = "North Korea sent 12,000 troops to Russia, including 500 officers"
    whole = at("12,000", content, 12000, "troops", counted="troops")
    part = at("500", content, 500, "officers", counted="officers", part_of=0)
    known = {"verb": "send", "actor": "North Korea", "recipient": "Russia"}
    found = in_report(content, told(content, whole, part, **known))
    assert not found["12,000"].part
    assert (found["500"].kind, found["500"].part) == ("officers", True)


def test_of_them_counts_the_people_that_were_spoken_of() -> None:
    first = "North Korean troops have been sent to Russia"
    second = "10,000 of them were already in Kursk"
    found = in_report(
        f"{first}, and {second}.",
        told(first, verb="send"),
        told(second, at("10,000", second, 10000), verb="be", place=KURSK),
    )
    thing = found["10,000"]
    assert (thing.kind, thing.whose, thing.where) == ("troops", "KP", "Kursk region")


def test_those_an_attack_kills_are_not_the_attackers() -> None:
    text = "Russian troops shelled the town, killing 20."
    content = "Russian troops shelled the town, killing 20"
    found = in_report(
        text,
        told(
            content,
            at("20", content, 20, "people", fate="killed"),
            verb="shell",
            actor="Russian troops",
        ),
    )
    assert found["20"].whose == ""


def test_hundreds_more_wounded_add_to_no_wounded() -> None:
    content = "200 North Korean soldiers were killed and 500 more wounded"
    dead = at("200", content, 200, "soldiers", counted="North Korean soldiers", fate="killed")
    hurt = at("500", content, 500, "soldiers", fate="wounded", change=True)
    found = in_report(content, told(content, dead, hurt, verb="kill"))
    assert (found["500"].deed, found["500"].more) == ("wound", False)


@pytest.mark.parametrize(
    ("content", "words", "more"),
    [
        ("Pyongyang plans a third deployment of 6,000 soldiers", "6,000", True),
        ("3,000 soldiers were sent as reinforcements", "3,000", True),
        ("30,000 soldiers could arrive on top of those sent", "30,000", True),
        ("Pyongyang plans a deployment of 6,000 soldiers", "6,000", False),
    ],
)
def test_waves_and_reinforcements_are_additions(content: str, words: str, *, more: bool) -> None:
    one = at(words, content, 6000, "soldiers", counted="soldiers")
    assert read_counted(told(content, one, verb="send"), one).more is more


def test_a_weeks_losses_and_a_groups_strength_are_no_totals() -> None:
    week = "1,000 soldiers were killed in the past week"
    one = at("1,000", week, 1000, "soldiers", counted="soldiers", fate="killed")
    assert read_counted(told(week, one, verb="kill"), one).per == "week"
    each = "two brigades of 6,000 soldiers each are training in Russia"
    other = at("6,000", each, 6000, "soldiers", counted="soldiers")
    assert read_counted(told(each, other, verb="train"), other).per == "each"


def test_ships_in_a_phrase_tell_no_deed() -> None:
    content = "1,500 soldiers were taken to Vladivostok by ship"
    one = at("1,500", content, 1500, "soldiers", counted="soldiers")
    assert read_counted(told(content, one, verb="take"), one).deed == "abroad"


def test_what_comes_from_a_country_is_that_countrys() -> None:
    content = "Russian ships carried 20,000 containers from North Korea"
    one = at("20,000", content, 20000, "containers", counted="containers")
    place = type(RUSSIA)(
        start=content.index("North Korea"),
        end=len(content),
        words="North Korea",
        name="North Korea",
        kind=RUSSIA.kind,
        country="KP",
    )
    thing = read_counted(told(content, one, verb="carry", actor="Russian ships", place=place), one)
    assert (thing.whose, thing.where, thing.deed) == ("KP", "", "supply")


@pytest.mark.parametrize("name", ["Kursk", "Kursk border", "Kursk front"])
def test_a_town_and_a_front_are_in_the_region_named_after_them(name: str) -> None:
    place = type(KURSK)(start=0, end=5, words=name, name=name, kind=KURSK.kind, country="RU")
    assert region_of(place) == "Kursk region"


def test_whom_some_people_fight_is_not_who_is_spoken_of() -> None:
    assert people_named("North Korean troops fighting Ukrainian soldiers") == ("troops", "KP")
    assert people_named("North Korea admits that its troops fought") == ("troops", "KP")
    assert people_named("Ukraine's general staff has spoken") == ("", "")


def test_up_from_is_what_was_said_before() -> None:
    content = "10,900 troops will be sent, up from an earlier estimate of 10,000"
    new = at("10,900", content, 10900, "troops")
    old = at("10,000", content, 10000, "troops")
    both = told(content, new, old)
    assert not is_told_as_earlier(both, new)
    assert is_told_as_earlier(both, old)


def test_the_size_of_a_force_is_no_count_of_what_it_lost() -> None:
    content = "The first contingent of 11,000 had lost around 4,000 dead and injured"
    sent = at("11,000", content, 11000)
    lost = at("around 4,000", content, 4000, "people", fate="killed or wounded")
    both = told(content, sent, lost, verb="lose", actor="11,000")
    assert (read_counted(both, sent).kind, read_counted(both, sent).deed) == ("troops", "abroad")
    assert read_counted(both, lost).deed == "fall"


def test_what_became_of_some_of_a_whole_is_told_after_the_whole() -> None:
    content = "some 4,000 of the approximately 11,000 troops dispatched have been killed or wounded"
    whole = at("approximately 11,000", content, 11000, "troops", counted="troops")
    some = at("some 4,000", content, 4000, "troops", counted="troops", part_of=0)
    both = told(content, whole, some, verb="kill")
    assert read_counted(both, whole).deed == "abroad"
    assert read_counted(both, some).deed == "fall"


def test_half_of_a_number_has_fallen_and_not_the_number() -> None:
    content = "Half of the 12,000 North Koreans who were sent have been killed or wounded"
    one = at("12,000", content, 12000, "people", counted="North Koreans")
    assert read_counted(told(content, one, verb="kill"), one).deed == "abroad"


def test_prisoners_of_war_are_captured_soldiers() -> None:
    content = "Two soldiers from North Korea were taken prisoner in the Kursk region"
    one = at("Two", content, 2, "soldiers", counted="soldiers")
    assert read_counted(told(content, one, verb="take"), one).deed == "capture"
    content = "Kyiv has shown video of two prisoners of war"
    one = at("two", content, 2, "prisoners", counted="prisoners")
    thing = read_counted(told(content, one), one)
    assert (thing.kind, thing.deed) == ("troops", "capture")


def test_reinforcements_that_left_a_country_are_that_countrys() -> None:
    content = "1,500 more troops left North Korea for Vladivostok"
    one = at("1,500", content, 1500, "troops", counted="troops")
    thing = read_counted(told(content, one, verb="leave", actor="troops"), one)
    assert thing.deed == "abroad"


def test_the_region_is_the_last_that_was_named() -> None:
    text = "North Korean soldiers are in Kursk. The 11,000 soldiers sent to the region are ready."
    content = "The 11,000 soldiers sent to the region are ready"
    claimed = told(content, at("11,000", content, 11000, "soldiers", counted="soldiers"))
    assert in_report(text, claimed)["11,000"].where == "Kursk region"


def test_a_bare_number_counts_what_was_counted_last() -> None:
    text = "More than 3,000 North Korean soldiers were killed or wounded. Seoul counted 1,100."
    first, second = "More than 3,000 North Korean soldiers were killed or wounded", "1,100"
    known = at(
        "More than 3,000",
        first,
        3000,
        "soldiers",
        counted="North Korean soldiers",
        fate="killed or wounded",
    )
    things = in_report(text, told(first, known), told(second, at("1,100", second, 1100)))
    assert things["1,100"] == things["More than 3,000"]


def test_a_few_rounds_are_no_ammunition() -> None:
    assert kind_counted(figure(2, "rounds")) == "stages"
    assert kind_counted(figure(9_000_000, "rounds")) == "shells"
