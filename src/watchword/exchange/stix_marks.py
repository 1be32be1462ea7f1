"""The marks of STIX 2.1: TLP 2.0 as OASIS publishes it, the Admiralty scales as an extension.

TLP 2.0 in STIX: https://github.com/oasis-open/cti-stix-common-objects, extension
60a3c5c5-0d10-413e-aab3-9e08dde9e88d, of which the five marks have fixed identifiers.
"""

from collections.abc import Mapping
from types import MappingProxyType

from watchword.exchange.identifiers import HOME, uuid_of
from watchword.exchange.lines import Json
from watchword.model.source import Credibility, Reliability
from watchword.model.tlp import Tlp

TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
TLP_MARKS: Mapping[Tlp, str] = MappingProxyType(
    {
        Tlp.CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
        Tlp.GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        Tlp.AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        Tlp.AMBER_STRICT: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        Tlp.RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
    }
)
ADMIRALTY_EXTENSION = f"extension-definition--{uuid_of('stix', 'admiralty')}"
MAKER = f"identity--{uuid_of('stix', 'watchword')}"
_FIRST = "2026-11-01T00:00:00.000Z"
"""When the extension and the identity of Watchword came to be; they stay as they are."""


def tlp_mark(mark: Tlp) -> Json:
    """The definition of a mark, as OASIS publishes it."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": TLP_MARKS[mark],
        "created": "2022-10-01T00:00:00.000Z",
        "name": mark.value,
        "extensions": {
            TLP_EXTENSION: {
                "extension_type": "property-extension",
                "tlp_2_0": mark.value.removeprefix("TLP:").lower(),
            }
        },
    }


def definitions() -> tuple[Json, Json]:
    """Who made the bundle, and the definition of the extension that holds Admiralty grades."""
    maker: Json = {
        "type": "identity",
        "spec_version": "2.1",
        "id": MAKER,
        "created": _FIRST,
        "modified": _FIRST,
        "name": "Watchword",
        "identity_class": "system",
    }
    extension: Json = {
        "type": "extension-definition",
        "spec_version": "2.1",
        "id": ADMIRALTY_EXTENSION,
        "created_by_ref": MAKER,
        "created": _FIRST,
        "modified": _FIRST,
        "name": "Admiralty grades",
        "description": (
            "Reliability of a source, A to F, and credibility of what it says, 1 to 6"
            " (NATO AJP-2.1)."
        ),
        "schema": f"{HOME}/stix/admiralty",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    return maker, extension


def admiralty(*, source: Reliability | None = None, claim: Credibility | None = None) -> Json:
    """Grades as the extension holds them; what is not graded is left out."""
    grades = {
        "source_reliability": source.value if source else None,
        "information_credibility": claim.value if claim else None,
    }
    told = {name: value for name, value in grades.items() if value is not None}
    return {ADMIRALTY_EXTENSION: {"extension_type": "property-extension", **told}}
