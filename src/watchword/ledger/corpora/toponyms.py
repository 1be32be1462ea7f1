"""News texts whose toponyms are marked with GeoNames ids: LGL and GeoWebNews.

LGL (Lieberman and others, 2010, the Local-Global Lexicon) marks names, adjectives and demonyms.
GeoWebNews (Gritta and others, 2019, "A pragmatic guide to geoparsing evaluation") marks by type;
kept are the types of its toponyms, literal and associative, and left out are expressions without
a name, homonyms, languages and names that name no place.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from watchword.errors import RefusedError

TOPONYMS = frozenset(
    {
        "Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal",
        "Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym",
    }
)  # fmt: skip
OTHERS = frozenset(
    {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Homonym", "Language"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedToponym:
    """A toponym as people marked it.

    Attributes:
        start: first character in the text.
        end: the character after the last one.
        words: the words.
        geonames_id: GeoNames' number, None where they gave none.
        latitude: degrees north, None where not given.
        longitude: degrees east, None where not given.
    """

    start: int
    end: int
    words: str
    geonames_id: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A news text with its toponyms, in order.

    Attributes:
        key: what the corpus calls it.
        text: the text.
        toponyms: what is marked in it.
    """

    key: str
    text: str
    toponyms: tuple[MarkedToponym, ...]


def read_lgl(content: bytes) -> tuple[MarkedText, ...]:
    """Read the file `lgl.xml`.

    Raises:
        RefusedError: if it is no such file.
    """
    return tuple(
        _text(article.get("docid", ""), article, _each_of_lgl(article))
        for article in _articles(content, "lgl.xml")
    )


def read_geowebnews(content: bytes) -> tuple[MarkedText, ...]:
    """Read the file `geowebnews.xml`.

    Raises:
        RefusedError: if it is no such file, or has a type of toponym that is not known.
    """
    return tuple(
        _text(article.get("file", ""), article, _each_of_geowebnews(article))
        for article in _articles(content, "geowebnews.xml")
    )


def _articles(content: bytes, name: str) -> list[ET.Element]:
    try:
        return list(ET.fromstring(content).iter("article"))  # noqa: S314 - measured, not served
    except ET.ParseError as error:
        raise RefusedError(
            "no XML can be read", key=name, mend="take the file as it was published"
        ) from error


def _text(key: str, article: ET.Element, toponyms: Iterator[MarkedToponym]) -> MarkedText:
    each = {(toponym.start, toponym.end): toponym for toponym in toponyms}
    return MarkedText(
        key=key,
        text=article.findtext("text") or "",
        toponyms=tuple(toponym for _, toponym in sorted(each.items())),
    )


def _each_of_lgl(article: ET.Element) -> Iterator[MarkedToponym]:
    for marked in article.iter("toponym"):
        tag = marked.find("gaztag")
        yield MarkedToponym(
            start=int(marked.findtext("start") or 0),
            end=int(marked.findtext("end") or 0),
            words=marked.findtext("phrase") or "",
            geonames_id=None if tag is None else int(tag.get("geonameid") or 0) or None,
            latitude=_number(marked.findtext("gaztag/lat")),
            longitude=_number(marked.findtext("gaztag/lon")),
        )


def _each_of_geowebnews(article: ET.Element) -> Iterator[MarkedToponym]:
    for marked in article.iter("toponym"):
        kind = marked.findtext("type") or ""
        if kind in OTHERS:
            continue
        if kind not in TOPONYMS:
            raise RefusedError(
                "a type of toponym is not known", key=kind, mend="add it to TOPONYMS or OTHERS"
            )
        yield MarkedToponym(
            start=int(marked.findtext("start") or 0),
            end=int(marked.findtext("end") or 0),
            words=marked.findtext("extractedName") or "",
            geonames_id=int(marked.findtext("geonamesID") or 0) or None,
            latitude=_number(marked.findtext("latitude")),
            longitude=_number(marked.findtext("longitude")),
        )


def _number(words: str | None) -> float | None:
    return float(words) if words else None
