"""A template that is read can be followed; of another it is told where, and how to mend it."""

import pytest

from watchword.brief.planning import LONGEST, read_template
from watchword.brief.shipped import NAMES, shipped_template
from watchword.errors import InvalidTemplateError
from watchword.model.plan import FULL, Length, Part, PlannedPart
from watchword.model.template import Asks, PerLength

OURS = """name = "ours"
description = "What we hand on."
words = { screen = 100 }

[[part]]
part = "watch"
heading = "Look out for"
most = { screen = 1, full = 5 }

[[part]]
part = "sections"
most = 3
each = { full = 2 }
"""


def fault_of(text: str) -> str:
    with pytest.raises(InvalidTemplateError) as raised:
        read_template(text, "ours.toml")
    return str(raised.value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("length", Length)
def test_what_is_shipped_can_be_followed_at_every_length(name: str, length: Length) -> None:
    template = shipped_template(name)
    plan = template.plan(length)
    assert template.name == plan.template == name
    assert template.description.endswith(".")
    assert template.readers.endswith(".")
    assert plan.parts
    assert bool(plan.words) is (length is not Length.FULL)


def test_the_usual_plan_is_the_situation_in_full() -> None:
    assert shipped_template("situation").plan(Length.FULL) == FULL


def test_what_a_template_cannot_do_without_is_in_it() -> None:
    asked = {name: shipped_template(name).asks for name in NAMES}
    assert asked == {
        "situation": None,
        "daily": Asks.EARLIER,
        "question": Asks.QUESTION,
        "relation": Asks.PAIR,
        "timeline": None,
    }


def test_a_template_is_shipped_by_its_name_alone() -> None:
    with pytest.raises(KeyError):
        shipped_template("../planning")


def test_a_part_is_left_out_at_a_length_that_is_not_named() -> None:
    template = read_template(OURS, "ours.toml")
    assert template.words == PerLength(screen=100)
    assert template.text == OURS
    assert [each.part for each in template.plan(Length.PAGES).parts] == [Part.SECTIONS]
    assert template.plan(Length.FULL).parts == (
        PlannedPart(part=Part.WATCH, most=5, heading="Look out for"),
        PlannedPart(part=Part.SECTIONS, most=3, each=2),
    )


@pytest.mark.parametrize(
    ("line", "instead", "where", "mend"),
    [
        ('name = "ours"', "name =", "ours.toml:1: this is not TOML", "watchword templates"),
        ('name = "ours"', "", "ours.toml: name: it is missing", "name = "),
        ('name = "ours"', 'name = "Our Own"', "ours.toml:1: name: a name is small", "our-daily"),
        ('name = "ours"', 'name = "ours"\nasks = "money"', "ours.toml:2: asks", "question"),
        ('name = "ours"', 'name = "ours"\nnmae = "x"', "ours.toml:2: nmae", "description"),
        ("{ screen = 100 }", "{ page = 100 }", "ours.toml:3: words.page", "pages"),
        ("{ screen = 100 }", "-4", "ours.toml:3: words: this is no whole number", "most = 6"),
        ('part = "watch"', 'part = "wacth"', "ours.toml:6: part 1: part: “wacth”", "watch"),
        ('part = "watch"', "", "ours.toml:5: part 1: part: it does not say", "watch"),
        ('part = "watch"', 'part = "sections"', "ours.toml:11: part 2: part: “sections”", ""),
        ("most = 3", "most = true", "ours.toml:12: part 2: most: this is no whole", "most = 6"),
        ("most = 3", "most = 0", "ours.toml:12: part 2: most: it is left out", ""),
        ("most = 3", "", "ours.toml:10: part 2: most: this is no whole number", "most = 6"),
        ('"Look out for"', "[1]", "ours.toml:7: part 1: heading: this is no text", "heading = "),
        ('"Look out for"', r'"\u202e"', "ours.toml:7: part 1: heading: a text", ""),
        ('"What we hand on."', f'"{"x" * 401}"', "ours.toml:2: description: a text", ""),
    ],
)
def test_a_fault_is_told_with_its_line_its_field_and_how_to_mend_it(
    line: str, instead: str, where: str, mend: str
) -> None:
    assert line in OURS
    told = fault_of(OURS.replace(line, instead, 1))
    assert told.startswith(where)
    assert mend in told


@pytest.mark.parametrize("text", ["", "part = 3", "part = [1]", 'name = "a"\ndescription = "b"'])
def test_a_template_without_parts_is_none(text: str) -> None:
    assert "ours.toml" in fault_of(text)


def test_a_file_too_long_to_be_a_template_is_not_read() -> None:
    assert "longer than" in fault_of("#" * (LONGEST + 1))
