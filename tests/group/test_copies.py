import random
from itertools import pairwise

import pytest
from tests.relate.claims import report

from watchword.group.copies import find_origins
from watchword.model.origin import Origin
from watchword.model.report import Report, Status

WIRE = (
    "Officials in the harbour town of Oster said on Tuesday that 40 fishing boats had been held "
    "for three days at the northern pier. The harbour master, Mira Holt, told the council that "
    "papers were missing for most of the crews. She added that nobody had been charged so far. "
    "Owners of the boats said the papers had been sent by post in the spring and were lost. "
    "A lawyer for the owners, Jon Vesely, called the measure out of all proportion and asked "
    "the court in Lindau to lift it before the herring season opens next month. "
    "The court has not set a date, and the council will meet again on Friday to hear both sides."
)
READOUT = (
    "The two presidents spoke by telephone at the request of the other side. President {who} of "
    "{land} thanked the host for the warm reception of the delegation. They discussed trade, "
    "energy and the safety of shipping, and agreed to keep in touch at all levels. Both noted "
    "with satisfaction that trade had grown by {share} percent since the last meeting in {town}."
)


def origins(*reports: Report) -> dict[str, str]:
    """The origin of each report, and that each report has exactly one."""
    found = find_origins(reports)
    listed = [key for origin in found for key in origin.reports]
    assert sorted(listed) == sorted({known.key for known in reports})
    assert all(len(origin.reports) == len(origin.reasons) for origin in found)
    return {key: origin.key for origin in found for key in origin.reports}


def only(*reports: Report) -> Origin:
    (origin,) = find_origins(reports)
    return origin


def test_ten_prints_of_one_story_are_one_origin_named_by_the_earliest() -> None:
    prints = [report(f"r{number}", 10 + number % 3, text=WIRE) for number in range(10)]
    origin = only(*prints)
    assert origin.key == "r0"
    assert origin.name == "Outlet r0"
    assert len(origin.reports) == 10


def test_hundreds_of_prints_and_cut_prints_stay_one_origin() -> None:
    prints = [report(f"r{n:03}", text=WIRE if n % 2 else WIRE[:-95]) for n in range(500)]
    assert len(only(*prints).reports) == 500


def test_the_agencys_own_print_is_the_original_even_when_it_came_later() -> None:
    early = report("r1", 17, outlet="The Post (Reuters)", text=WIRE)
    own = report("r2", 18, outlet="Reuters", text=WIRE)
    origin = only(early, own)
    assert (origin.key, origin.name) == ("r2", "Reuters")
    assert origin.reasons[0] == "Reuters's own print"


def test_a_cut_and_a_partly_rewritten_copy_are_found_and_say_how() -> None:
    sentences = WIRE.split(". ")
    cut = report("r2", 19, text=". ".join(sentences[:3]) + ".")
    opening = "Dozens of boats lie idle in Oster after an order of the harbour office. "
    rewritten = report("r3", 19, text=opening + ". ".join(sentences[1:]))
    origin = only(report("r1", 18, text=WIRE), cut, rewritten)
    assert origin.reports == ("r1", "r2", "r3")
    assert "of its wording is in Outlet r1 of 2024-10-18" in origin.reasons[1]


def test_templated_texts_on_different_events_are_no_copies() -> None:
    calls = [
        report("r1", 18, text=READOUT.format(who="Holt", land="Ruritania", share=4, town="Oster")),
        report(
            "r2", 18, text=READOUT.format(who="Vesely", land="Syldavia", share=7, town="Lindau")
        ),
        report(
            "r3", 19, text=READOUT.format(who="Vesely", land="Syldavia", share=9, town="Lindau")
        ),
    ]
    assert len(set(origins(*calls).values())) == 3


def test_a_text_with_one_number_corrected_is_a_copy_and_one_with_two_is_not() -> None:
    first = report("r1", 17, text=WIRE)
    one = report("r2", 18, outlet="Lindau Post", text=WIRE.replace("40 fishing", "43 fishing"))
    assert set(origins(first, one).values()) == {"r1"}
    two = WIRE.replace("40 fishing", "43 fishing").replace("three days", "12 days")
    other = report("r3", 18, outlet="Oster Gazette", text=two.replace("Tuesday", "Tuesday the 7th"))
    assert origins(first, other) == {"r1": "r1", "r3": "r3"}


def test_the_same_set_phrases_weeks_apart_are_no_copy() -> None:
    text = READOUT.format(who="Holt", land="Ruritania", share=4, town="Oster")
    later = text.replace("thanked the host", "praised the host")
    assert len(set(origins(report("r1", 1, text=text), report("r2", 20, text=later)).values())) == 2


def test_a_long_quotation_in_common_makes_no_copy_and_is_told() -> None:
    words = (
        "We have held the boats because their papers are missing, and we shall hold them until "
        "every owner has shown us every paper that the law of this harbour asks of every crew"
    )
    one = f"The office stood firm on Tuesday after a night of talks. \u201c{words},\u201d it said."
    two = f"Anger grows among crews who want to sail by Friday. \u201c{words},\u201d ran a note."
    origin = find_origins([report("r1", 18, text=one), report("r2", 18, text=two)])
    assert len(origin) == 2
    assert "shares a long quotation with Outlet r1" in origin[1].reasons[0]


def test_short_texts_are_copies_only_when_equal() -> None:
    one = report("r1", text="Boats were held at Oster on Tuesday.")
    other = report("r2", text="Boats were held at Oster on Wednesday.")
    same = report("r3", text="Boats were held at Oster on Tuesday.")
    homes = origins(one, other, same)
    assert homes["r1"] == homes["r3"] != homes["r2"]


def test_empty_texts_are_not_copies_of_each_other() -> None:
    assert len(set(origins(report("r1", text=""), report("r2", text="")).values())) == 2


def test_a_later_version_joins_the_earlier_ones_origin() -> None:
    known = {"outlet": "Outlet", "address": "https://news.example/1", "title": "Boats held"}
    old = report("r1", 18, text=WIRE, **known)
    new = report("r2", 25, text="All boats were freed, it is now known.", **known)
    killed = report("r3", 26, text="Withdrawn.", status=Status.CANCELED, **known)
    origin = only(new, killed, old)
    assert origin.reports == ("r1", "r2", "r3")
    assert origin.reasons[1] == "a later version of Outlet of 2024-10-18"


def test_the_order_of_the_input_does_not_matter() -> None:
    reports = [
        report(f"r{number}", 10 + number, text=WIRE[: 300 + 80 * number]) for number in range(5)
    ]
    assert find_origins(reports) == find_origins(reports[::-1])


def test_no_reports_are_no_origins() -> None:
    assert find_origins([]) == ()


@pytest.mark.parametrize("copies", [1, 4])
def test_five_thousand_short_texts_are_grouped_in_bounded_work(copies: int) -> None:
    chance = random.Random(3)  # noqa: S311 - a crowd for a test, no secret
    vocabulary = [f"word{number}" for number in range(3_000)]
    texts = [" ".join(chance.choices(vocabulary, k=60)) for _ in range(5_000 // copies)]
    reports = [report(f"r{place:05}", 18, text=texts[place % len(texts)]) for place in range(5_000)]
    assert len(find_origins(reports)) == len(texts)


def test_neighbours_in_an_origin_keep_the_order_of_time() -> None:
    prints = [report(f"r{number}", 20 - number, text=WIRE) for number in range(3)]
    dates = {known.key: known.published.at for known in prints}
    listed = [dates[key] for key in only(*prints).reports]
    assert all(early <= late for early, late in pairwise(listed) if early and late)
