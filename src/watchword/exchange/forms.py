"""The forms in which something can be handed on, with the names that files of theirs bear."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Form(StrEnum):
    """A form."""

    PLOVER = "plover"
    CSV = "csv"
    FIGURES_CSV = "figures-csv"
    EVENTS_CSV = "events-csv"
    PARQUET = "parquet"
    FIGURES_PARQUET = "figures-parquet"
    EVENTS_PARQUET = "events-parquet"
    GEOJSON = "geojson"
    STIX = "stix"
    FTM = "ftm"
    MISP = "misp"
    PROV = "prov"
    ANNOTATIONS = "annotations"
    OPML = "opml"
    ARCHIVE = "archive"


_FILES: Mapping[Form, tuple[str, str]] = MappingProxyType(
    {
        Form.PLOVER: ("application/jsonl", ".plover.jsonl"),
        Form.CSV: ("text/csv; charset=utf-8", ".claims.csv"),
        Form.FIGURES_CSV: ("text/csv; charset=utf-8", ".figures.csv"),
        Form.EVENTS_CSV: ("text/csv; charset=utf-8", ".events.csv"),
        Form.PARQUET: ("application/vnd.apache.parquet", ".claims.parquet"),
        Form.FIGURES_PARQUET: ("application/vnd.apache.parquet", ".figures.parquet"),
        Form.EVENTS_PARQUET: ("application/vnd.apache.parquet", ".events.parquet"),
        Form.GEOJSON: ("application/geo+json", ".geojson"),
        Form.STIX: ("application/stix+json;version=2.1", ".stix.json"),
        Form.FTM: ("application/jsonl", ".ftm.jsonl"),
        Form.MISP: ("application/json", ".misp.json"),
        Form.PROV: ("application/json", ".prov.json"),
        Form.ANNOTATIONS: (
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            ".annotations.jsonld",
        ),
        Form.OPML: ("text/x-opml", ".opml"),
        Form.ARCHIVE: ("application/zip", ".watchword.zip"),
    }
)


def media_type_of(form: Form) -> str:
    """What a web server says that a file of this form is."""
    return _FILES[form][0]


def suffix_of(form: Form) -> str:
    """How the name of a file of this form ends."""
    return _FILES[form][1]
