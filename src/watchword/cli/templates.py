"""`watchword templates`: the forms that a brief can have, and one of them to copy."""

from rich.text import Text

from watchword.brief.shipped import NAMES, shipped_template
from watchword.cli.brief_form import template_named
from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, printable, put, put_lines
from watchword.model.plan import Length
from watchword.model.template import Template


def show_templates(name: str | None, *, as_json: bool) -> None:
    """Print the templates that there are, or one, as it stands in its file.

    Args:
        name: a template's name, or a file to check; None for the list.
        as_json: whether to print JSON.

    Raises:
        InvalidTemplateError: if there is none, or it cannot be followed.
    """
    if name is not None:
        template = template_named(name)
        if as_json:
            put_lines([_record(template)])
        else:
            put(printable(template.text).encode())
        return
    shipped = [shipped_template(each) for each in NAMES]
    if as_json:
        put_lines(map(_record, shipped))
        return
    print_table(
        ("template", "asks for", "what it is", "for whom"),
        (_row(template) for template in shipped),
    )


def _row(template: Template) -> tuple[Text, ...]:
    asks = template.asks.value if template.asks else "nothing"
    cells = (template.name, asks, template.description, template.readers)
    return tuple(Text(one_line(cell)) for cell in cells)


def _record(template: Template) -> dict[str, object]:
    return {
        "name": template.name,
        "description": template.description,
        "readers": template.readers,
        "asks": template.asks.value if template.asks else None,
        "words": {length.value: template.words.at(length) for length in Length},
        "parts": [
            {
                "part": each.part.value,
                "heading": each.heading,
                "most": {length.value: each.most.at(length) for length in Length},
                "each": {length.value: each.each.at(length) for length in Length},
            }
            for each in template.parts
        ],
    }
