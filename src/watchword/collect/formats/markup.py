"""The words of markup: what a reader of the page would see, paragraph by paragraph."""

import re
from typing import Any

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option "
    "p pre section summary table td th tr ul"
)
_HIDDEN_NAMES = (
    "audio canvas embed head iframe math noscript object script select style svg template "
    "textarea title video"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HIDDEN = frozenset(_HIDDEN_NAMES.split())
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_markup(markup: str) -> Any | None:  # noqa: ANN401 - lxml's element, untyped here
    """Parse HTML, broken or not, into an lxml tree; None where there is nothing to parse."""
    from lxml import etree  # noqa: PLC0415 - slow import

    plain = _UNREADABLE.sub("", markup)
    if not plain.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_pis=True)
    return etree.fromstring(plain.encode(), parser)


def plain_words(markup: str) -> str:
    """Give the words of HTML, paragraphs parted by a blank line; text passes unchanged."""
    tree = parse_markup(markup)
    return "" if tree is None else tree_words(tree)


def tree_words(tree: Any) -> str:  # noqa: ANN401 - lxml's element, untyped here
    """Give the words of a parsed page; scripts, styles and what is not shown are left out."""
    from lxml import etree  # noqa: PLC0415 - slow import

    parts: list[str] = []
    hidden = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment")):
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            hidden += name in _HIDDEN
            parts.append(_opening(name, "" if hidden else node.text or ""))
        elif event == "end":
            hidden -= name in _HIDDEN
            parts.append("\n\n" if name in _BLOCKS else "")
        if event != "start" and not hidden:
            parts.append(_SPACE.sub(" ", node.tail or ""))
    return _tidy("".join(parts))


def _opening(name: str, text: str) -> str:
    mark = "\n" if name == "br" else "\n\n" if name in _BLOCKS else ""
    return mark + _SPACE.sub(" ", text)


def _tidy(words: str) -> str:
    lines = (_SPACE.sub(" ", line).strip() for line in words.split("\n"))
    return "\n".join(lines).strip()
