"""XML that nobody has checked: its characters, and traps that are refused before it is parsed."""

import re
import sys

from watchword.collect.decode import decode
from watchword.errors import RefusedError

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>")
_ENTITIES = re.compile(r"<!(?:DOCTYPE[^<>\[]{0,2000}\[|ENTITY)", re.IGNORECASE)
_QUOTED = re.compile(r"<!--|<!\[CDATA\[")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));?")
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
    text = _decoded(content, charset).lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.match(text)
    text = _NOT_XML.sub("", text[declaration.end() :].lstrip() if declaration else text)
    text = _REFERENCE.sub(_allowed, text)
    if _ENTITIES.search(text) and _ENTITIES.search(_outside_quotation(text)):
        raise RefusedError("XML that defines entities of its own, which can be a trap")
    return text


def _allowed(reference: re.Match[str]) -> str:
    """Keep a reference to a character, unless XML forbids the character: parsers fail on those."""
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    code = int(digits, base) if len(digits) < 12 else 0
    allowed = code <= sys.maxunicode and not _NOT_XML.match(chr(code))
    return reference[0] if allowed else "\ufffd"


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
