"""Bytes to characters: byte-order mark, declared set, strict UTF-8, then a guess."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16: its little-endian mark begins with the other's."""

_TRUSTED_NAMES = (
    "utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be cp1250 cp1251 cp1252 cp1253 "
    "cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u mac-roman mac-cyrillic "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 "
    "iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 tis-620 shift_jis cp932 euc_jp "
    "iso2022_jp euc_kr cp949 johab gb2312 gbk gb18030 hz big5 cp950 big5hkscs"
)
_TRUSTED = frozenset(_TRUSTED_NAMES.split())
"""Python's names of the sets a text may declare; codecs such as `idna` are not among them."""

_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252"}
"""WHATWG Encoding: what calls itself Latin-1 is read as windows-1252."""

_PROBE_BYTES = 4096
_GUESS_BYTES = 100_000


def decode(content: bytes, *, declared: str = "") -> str:
    """Turn bytes into characters; bytes that fit no set become U+FFFD.

    Args:
        content: the bytes.
        declared: character set that a header or the document itself names, or empty.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    for name in (_trusted_name(declared), _wide_name(content), "utf-8"):
        if not name:
            continue
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return content.decode(_guess(content), errors="replace")


def _trusted_name(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    name = _READ_AS.get(name, name)
    return name if name in _TRUSTED else ""


def _wide_name(content: bytes) -> str:
    """UTF-16 without a mark: in most scripts every other byte of it is small or NUL."""
    probe = content[:_PROBE_BYTES]
    if len(probe) < 4 or b"\0" not in probe:
        return ""
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    if odd * 5 > len(probe) and even * 20 < len(probe):
        return "utf-16-le"
    if even * 5 > len(probe) and odd * 20 < len(probe):
        return "utf-16-be"
    return ""


def _guess(content: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415 - slow import

    return _trusted_name(detect_encoding(content[:_GUESS_BYTES]) or "") or "cp1252"
