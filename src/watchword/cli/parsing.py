"""`watchword parse`: what the language model sees in each sentence, as a block or as a line."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchword.cli.asking import inputs_of
from watchword.cli.printing import print_each
from watchword.cli.progress import watching
from watchword.cli.screen import one_line, put_lines, width
from watchword.config import read_settings
from watchword.flow.parse_records import parse_record_of, words_of
from watchword.flow.parsing import ParsedReport, each_parsed
from watchword.flow.running import engine_of
from watchword.model.phrase import Phrase
from watchword.model.reading import Marking, Reading, Token
from watchword.model.report import Report

_COLUMNS = ("", "word", "tag", "class", "lemma", "head", "relation")
_GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseOrder:
    """What was asked for, as typed.

    Attributes:
        sources: what to parse.
        columns: names of columns.
        as_json: whether to print JSON lines.
    """

    sources: tuple[str, ...]
    columns: str | None = None
    as_json: bool = False


class Printer(Protocol):
    """Prints the sentences of one report."""

    def print(self, parsed: ParsedReport) -> int:
        """Print them, and give how many there were."""
        ...


def show(order: ParseOrder) -> None:
    """Print each sentence as the language model reads it, and what could not be read."""
    settings = read_settings()
    inputs = inputs_of(order.sources, order.columns, settings)
    printer: Printer = _Lines() if order.as_json else _Blocks()
    with watching(beside_output=True) as watch:
        engine = engine_of(settings)
        print_each(each_parsed(inputs, engine, watch), printer.print, "sentences parsed")


class _Lines:
    """One record a line."""

    def print(self, parsed: ParsedReport) -> int:
        return put_lines(
            parse_record_of(sentence, reading, parsed.report)
            for sentence, reading in parsed.sentences
        )


class _Blocks:
    """A sentence, a table of its words, and what is marked in it."""

    def __init__(self) -> None:
        self._console = Console(
            file=sys.stdout, width=width(), markup=False, highlight=False, emoji=False
        )

    def print(self, parsed: ParsedReport) -> int:
        report = parsed.report
        for sentence, reading in parsed.sentences:
            said = one_line(report.text[sentence.start : sentence.end])
            self._console.print(Text(f"{one_line(report.report_id)}: {said}\n", style="bold"))
            self._console.print(_words(reading.tokens))
            self._console.print(_marked(reading, report))
            self._console.print()
        return len(parsed.sentences)


def _words(tokens: tuple[Token, ...]) -> Table:
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False)
    for name in _COLUMNS:
        table.add_column(name, overflow="fold", justify="left" if name else "right")
    for place, token in enumerate(tokens):
        cells = (
            str(place),
            token.text,
            token.tag,
            token.word_class or "",
            token.lemma,
            _head(token, tokens),
            token.relation or "",
        )
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


def _head(token: Token, tokens: tuple[Token, ...]) -> str:
    if token.head is None or token.head < 0:
        return ""
    return f"{token.head} {tokens[token.head].text}"


def _marked(reading: Reading, report: Report) -> Table:
    """What is marked, a line each; what is not there has no line."""
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_header=False)
    for _ in range(2):
        table.add_column(overflow="fold")
    for name, told in _each_line(reading, report):
        if told:
            table.add_row(Text(name), Text(one_line(told)))
    return table


def _each_line(reading: Reading, report: Report) -> Iterator[tuple[str, str]]:
    for marking in reading.markings:
        phrases = [
            f"{_said(phrase, reading, report)} ({phrase.label} {phrase.confidence:.2f})"
            for phrase in marking.phrases
        ]
        yield marking.scheme, "; ".join(phrases)
        yield "", "; ".join(_links(marking, reading, report))
    yield (
        "factuality",
        "; ".join(
            f"{token.text} ({token.factuality:+.1f} {token.status or ''}".rstrip() + ")"
            for token in reading.tokens
            if token.factuality is not None
        ),
    )
    yield (
        "traits",
        "; ".join(f"{each.kind} {each.probability:.2f}" for each in reading.traits),
    )


def _links(marking: Marking, reading: Reading, report: Report) -> Iterator[str]:
    for link in marking.links:
        first, second = (_said(each, reading, report) for each in (link.first, link.second))
        yield f"{link.kind} of “{first}”: {second}"


def _said(phrase: Phrase, reading: Reading, report: Report) -> str:
    return words_of(phrase.start, phrase.end, reading, report)
