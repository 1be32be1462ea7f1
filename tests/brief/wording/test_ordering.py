"""A model orders sentences by their numbers, and puts nothing where it does not belong."""

import json
from dataclasses import replace

import pytest

from watchword.brief.document import each_sentence
from watchword.brief.verify import verify
from watchword.brief.wording.ordering import (
    Fault,
    Sorted,
    order_inquiry,
    ordered,
    read_order,
    sections_to_order,
    with_section,
)
from watchword.model.brief import Brief
from watchword.model.claim import Modality


@pytest.fixture(scope="module")
def asked(written_briefs: tuple[Brief, ...]) -> Sorted:
    """Five sentences on the crossing; the second and the third deny, by one minister."""
    brief = written_briefs[2]
    section = brief.sections[0]
    kept = replace(section, paragraphs=(section.paragraphs[0][:2], section.paragraphs[0][2:5]))
    (found,) = sections_to_order(replace(brief, sections=(kept,)))
    denies = [found.claims[each.claims[0]].modality is Modality.DENIED for each in found.sentences]
    assert denies == [False, True, True, False, False]
    return found


def order(*numbers: object) -> str:
    return json.dumps({"order": numbers})


def test_an_order_that_parts_nothing_is_used(asked: Sorted) -> None:
    assert read_order(order(4, 5, 1, 2, 3), asked) == (3, 4, 0, 1, 2)
    assert read_order(order(1, 2, 3, 4, 5), asked) == (0, 1, 2, 3, 4)
    assert read_order(f"```json\n{order(1, 2, 4, 3, 5)}\n```", asked) == (0, 1, 3, 2, 4)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (order(2, 1, 3, 4, 5), Fault.DENIAL),
        (order(1, 4, 2, 3, 5), Fault.DENIAL),
        (order(3, 1, 2, 4, 5), Fault.SPEAKER),
        (order(1, 2, 3, 4), Fault.EACH_ONCE),
        (order(1, 2, 3, 4, 4), Fault.EACH_ONCE),
        (order(0, 1, 2, 3, 4), Fault.EACH_ONCE),
        (order(1, 2, 3, 4, 6), Fault.EACH_ONCE),
        (order("1", 2, 3, 4, 5), Fault.FORM),
        (order(True, 2, 3, 4, 5), Fault.FORM),
        ('{"order": "1, 2"}', Fault.FORM),
        ("Peru has sold twelve submarines.", Fault.FORM),
        ("", Fault.FORM),
    ],
)
def test_any_other_order_is_not(asked: Sorted, text: str, fault: Fault) -> None:
    assert read_order(text, asked) is fault


def test_an_ordered_section_has_the_same_sentences_in_paragraphs_of_the_same_lengths(
    asked: Sorted,
) -> None:
    section = ordered(asked.section, (3, 4, 0, 1, 2))
    assert [len(each) for each in section.paragraphs] == [2, 3]
    told = [each for paragraph in section.paragraphs for each in paragraph]
    assert told == [asked.sentences[place] for place in (3, 4, 0, 1, 2)]
    assert section.heading == asked.section.heading


def test_a_brief_with_another_order_still_holds(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[1]
    (found,) = sections_to_order(brief)
    backwards = tuple(reversed(range(len(found.sentences))))
    other = with_section(brief, found.pointer, ordered(found.section, backwards))
    assert verify(other).ok
    texts = sorted(sentence.text for _, sentence in each_sentence(brief))
    assert sorted(sentence.text for _, sentence in each_sentence(other)) == texts


def test_a_section_that_is_too_short_or_too_long_is_left_alone(
    written_briefs: tuple[Brief, ...],
) -> None:
    section = written_briefs[1].sections[0]
    short = replace(section, paragraphs=(section.paragraphs[0][:2],))
    long = replace(section, paragraphs=(section.paragraphs[0] * 2,))
    assert sections_to_order(replace(written_briefs[1], sections=(short, long))) == ()


def test_the_form_of_the_answer_has_as_many_numbers_as_there_are_sentences(asked: Sorted) -> None:
    inquiry = order_inquiry(asked)
    numbers = json.loads(inquiry.schema)["properties"]["order"]
    assert numbers["minItems"] == numbers["maxItems"] == 5
    assert [each["number"] for each in json.loads(inquiry.material)["sentences"]] == [1, 2, 3, 4, 5]
