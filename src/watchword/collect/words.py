"""Cleaning a text without changing its words: line ends, blank lines, control characters."""

import re

_NEWLINE = re.compile("\r\n|[\r\v\f\x85\u2028]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SENTENCE_END = (".", "!", "?", '"', "\u201d", ":", "\u3002", "\u2026")
_TITLE_CHARACTERS = 500

MOST_STRANGE = 0.02
"""What has a larger share of characters that no text has is no text."""

_FEW = 8
_SAMPLE_CHARACTERS = 20_000


def clean_text(text: str) -> str:
    r"""Give a text in the form that reports keep.

    Words stay as they are. Line ends become `\n`, NUL and control characters go, half
    surrogate pairs become U+FFFD, and paragraphs are parted by one blank line. A text without
    any blank line whose lines end like sentences is read as one paragraph a line.

    >>> clean_text("One.\r\n\r\n\r\n\x00Two.  \n")
    'One.\n\nTwo.'
    """
    plain = _NEWLINE.sub("\n", text.replace("\u2029", "\n\n"))
    plain = _SURROGATE.sub("\ufffd", _CONTROL.sub("", plain))
    lines = [line.rstrip() for line in plain.split("\n")]
    paragraphs = _paragraphs(lines)
    if len(paragraphs) == 1 and _are_paragraphs(paragraphs[0]):
        paragraphs = [[line] for line in paragraphs[0]]
    return "\n\n".join("\n".join(paragraph) for paragraph in paragraphs).strip()


def one_line(words: str) -> str:
    """Give a short field, such as a title, on one line of at most 500 characters."""
    start = words[: _TITLE_CHARACTERS * 8]
    plain = start if start.isprintable() else clean_text(start)
    return " ".join(plain.split())[:_TITLE_CHARACTERS]


def looks_binary(text: str) -> bool:
    """Whether more than a few of the first characters are such as no text has.

    These are controls, half surrogate pairs and replacement marks.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    strange = len(_CONTROL.findall(sample)) + len(_SURROGATE.findall(sample))
    strange += sample.count("\ufffd")
    return strange > _FEW and strange > MOST_STRANGE * len(sample)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    paragraphs: list[list[str]] = []
    open_paragraph = False
    for line in lines:
        if line and open_paragraph:
            paragraphs[-1].append(line)
        elif line:
            paragraphs.append([line])
        open_paragraph = bool(line)
    return paragraphs


def _are_paragraphs(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    ended = sum(line.endswith(_SENTENCE_END) for line in lines)
    return ended * 4 >= len(lines) * 3
