"""XML that nobody has checked: its characters, and traps that are refused before it is parsed."""

import re

from watchword.collect.decode import decode
from watchword.errors import RefusedError

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_ENTITIES = re.compile(r"<!(?:DOCTYPE[^>\[]{0,2000}\[|ENTITY)", re.IGNORECASE)
_QUOTED = re.compile(r"<!--|<!\[CDATA\[")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(content: bytes, *, charset: str = "") -> str:
    """Give XML as characters, without its declaration and without characters XML forbids.

    What is proper UTF-8 with a character beyond ASCII in it is UTF-8, whatever it is called: no
    other set gives that by chance. Then the declaration counts, then what the server says.

    Args:
        content: the bytes.
        charset: character set that the server names, else empty.

    Raises:
        RefusedError: if it defines entities of its own.
    """
    text = _decoded(content, charset)
    text = _NOT_XML.sub("", _DECLARATION.sub("", text, count=1).lstrip("\ufeff \t\r\n"))
    if _ENTITIES.search(text) and _ENTITIES.search(_outside_quotation(text)):
        raise RefusedError("XML that defines entities of its own, which can be a trap")
    return text


def _decoded(content: bytes, charset: str) -> str:
    declared = _DECLARED.search(content[:400])
    named = declared[1].decode("ascii", errors="replace") if declared else charset
    if content.isascii():
        return decode(content, declared=named)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(content, declared=named)


def _outside_quotation(text: str) -> str:
    """Give what stands outside comments and CDATA sections, in one pass from the start."""
    parts: list[str] = []
    here = 0
    while opening := _QUOTED.search(text, here):
        parts.append(text[here : opening.start()])
        end = text.find(_ENDS[opening[0]], opening.end())
        if end < 0:
            return "".join(parts) + text[opening.end() :]
        here = end + 3
    return "".join(parts) + text[here:]
