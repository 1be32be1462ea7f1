"""A template's file as a template: what a brief is to hold, checked field by field.

Invariant: a template that is read can be followed; whatever cannot is told with its line, its
field and how to mend it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import NoReturn

from watchword.errors import InvalidTemplateError
from watchword.model.plan import Length, Part
from watchword.model.template import Asks, PerLength, Template, TemplatePart

LONGEST = 65_536
"""Characters of a template's file at most."""
MOST = 1_000
"""What a template may ask for of one part at most."""
MOST_WORDS = 100_000
LONGEST_TEXT = 400
"""Characters of a heading or a description at most."""

_FIELDS = {field.name for field in fields(Template)} - {"parts", "text"} | {"part"}
_PART_FIELDS = {"part", "heading", "most", "each"}
_LENGTHS = {length.value for length in Length}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_PART_LINE = re.compile(r"^\s*\[\[\s*part\s*\]\]")


def read_template(text: str, source: str) -> Template:
    """Read a template.

    Args:
        text: the file.
        source: its name, for messages.

    Raises:
        InvalidTemplateError: naming the line and the field, if it cannot be followed.
    """
    if len(text) > LONGEST:
        raise InvalidTemplateError(f"it is longer than {LONGEST:,} characters", key=source)
    try:
        plain = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.search(str(error))
        raise InvalidTemplateError(
            f"this is not TOML: {_PLACE.sub('', str(error)).strip()}",
            key=f"{source}:{found[1]}" if found else source,
            mend="begin with a copy of `watchword templates situation`",
        ) from error
    return _Reader(source, text.splitlines()).template(plain, text)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the values of one file; knows its lines for messages."""

    source: str
    lines: list[str]

    def template(self, plain: Mapping[str, object], text: str) -> Template:
        self._check_known(plain, _FIELDS, "", 0)
        name = self._text(plain, "name", needed=True)
        if not _NAME.fullmatch(name):
            self._fail("name", "a name is small letters, digits and hyphens", "as “our-daily”")
        return Template(
            name=name,
            description=self._text(plain, "description", needed=True),
            readers=self._text(plain, "readers"),
            asks=self._asks(plain),
            words=self._numbers(plain.get("words", 0), "words", MOST_WORDS, 0),
            parts=tuple(self._parts(plain.get("part"))),
            text=text,
        )

    def _asks(self, plain: Mapping[str, object]) -> Asks | None:
        word = self._text(plain, "asks")
        if word and word not in set(Asks):
            self._fail("asks", f"“{word}” is nothing that can be asked for", _one_of(Asks))
        return Asks(word) if word else None

    def _parts(self, tables: object) -> Iterator[TemplatePart]:
        if not isinstance(tables, list) or not tables:
            self._fail("part", "it has no parts", "add a [[part]]")
        seen: set[Part] = set()
        for number, table in enumerate(tables, 1):
            if not isinstance(table, dict):
                self._fail("part", "a part is a table", "write [[part]]")
            part = self._part(table, number)
            if part.part in seen:
                self._fail(_at(number, "part"), f"“{part.part}” is there twice", "", number)
            seen.add(part.part)
            yield part

    def _part(self, table: Mapping[str, object], number: int) -> TemplatePart:
        self._check_known(table, _PART_FIELDS, f"part {number}: ", number)
        name = table.get("part")
        if not isinstance(name, str) or name not in set(Part):
            told = f"“{name}” is no part of a brief" if name else "it does not say which part"
            self._fail(_at(number, "part"), told, _one_of(Part), number)
        most = self._numbers(table.get("most"), _at(number, "most"), MOST, number)
        if most == PerLength():
            self._fail(_at(number, "most"), "it is left out at every length", "", number)
        return TemplatePart(
            part=Part(name),
            most=most,
            each=self._numbers(table.get("each", 0), _at(number, "each"), MOST, number),
            heading=self._text(table, "heading", within=number),
        )

    def _numbers(self, value: object, where: str, most: int, within: int) -> PerLength:
        """A number for every length, or one each."""
        if isinstance(value, dict):
            self._check_known(value, _LENGTHS, f"{where}.", within)
            given = {str(name): number for name, number in value.items()}
        else:
            given = dict.fromkeys(_LENGTHS, value)
        for number in given.values():
            if type(number) is not int or not 0 <= number <= most:
                mend = "as most = 6, or most = { screen = 2, pages = 4, full = 6 }"
                self._fail(where, f"this is no whole number from 0 to {most:,}", mend, within)
        return PerLength(**{name: int(str(number)) for name, number in given.items()})

    def _text(
        self, table: Mapping[str, object], name: str, *, needed: bool = False, within: int = 0
    ) -> str:
        value = table.get(name, "")
        where = _at(within, name) if within else name
        if not isinstance(value, str):
            self._fail(where, "this is no text", f'write {name} = "…"', within)
        plain = " ".join(value.split())
        if needed and not plain:
            self._fail(where, "it is missing", f'write {name} = "…"')
        if len(plain) > LONGEST_TEXT or not plain.isprintable():
            told = f"a text has at most {LONGEST_TEXT} characters, each of them printable"
            self._fail(where, told, "", within)
        return plain

    def _check_known(
        self, table: Mapping[str, object], known: set[str], where: str, within: int
    ) -> None:
        for name in table:
            if name not in known:
                mend = f"known are {', '.join(sorted(known))}"
                self._fail(f"{where}{name}", "this field is not known", mend, within)

    def _fail(self, where: str, message: str, mend: str, within: int = 0) -> NoReturn:
        line = self._line(where.rsplit(": ", 1)[-1].partition(".")[0], within)
        key = f"{self.source}:{line}: {where}" if line else f"{self.source}: {where}"
        raise InvalidTemplateError(message, key=key, mend=mend)

    def _line(self, name: str, within: int) -> int:
        """The line where a field stands, else where its part begins; 0 where there is neither."""
        part, opening = 0, 0
        field = re.compile(rf"\s*{re.escape(name)}\s*[=.]|\s*\[+\s*{re.escape(name)}\s*\]")
        for number, line in enumerate(self.lines, 1):
            if _PART_LINE.match(line):
                part += 1
                opening = number if part == within else opening
            elif part == within and field.match(line):
                return number
        return opening


def _at(number: int, field: str) -> str:
    return f"part {number}: {field}"


def _one_of(words: type[Asks] | type[Part]) -> str:
    return f"use one of {', '.join(words)}"
