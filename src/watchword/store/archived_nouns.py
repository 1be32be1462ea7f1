"""Whether what a row of an archive holds is the noun that it stands for."""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from watchword.errors import RefusedError, StoreError
from watchword.model.alert import Alert
from watchword.model.feed import Feed, Visit
from watchword.model.identity import Alias, Identity
from watchword.model.indicator import Indicator
from watchword.model.origin import OriginDecision
from watchword.model.proposal import Proposal
from watchword.model.sighting import Sighting
from watchword.model.story import StoryDecision, StoryFeatures, StoryRuling
from watchword.model.version import VersionDecision
from watchword.store.assessments import noun_of
from watchword.store.codec import from_plain

_NOUNS: Mapping[str, type] = MappingProxyType(
    {
        "feed": Feed,
        "visit": Visit,
        "placement": OriginDecision,
        "succession": VersionDecision,
        "story_step": StoryDecision,
        "indicator": Indicator,
        "sighting": Sighting,
        "alert": Alert,
    }
)
_KNOWN: Mapping[str, type] = MappingProxyType(
    {"identity": Identity, "alias": Alias, "proposal": Proposal}
)


def check_noun(name: str, row: Mapping[str, Any]) -> None:
    """Refuse a row that could not be read again from the store.

    Args:
        name: the table.
        row: the row as it stands in the archive.

    Raises:
        RefusedError: if it holds no such noun, or a report's digest is not that of its text.
    """
    if name == "report":
        _check_text(row)
    kind = _noun(name, row)
    plain = row.get("trace" if name == "story_trace" else "payload")
    if kind is None or plain is None:
        return
    try:
        from_plain(kind, plain)
    except (StoreError, LookupError, AttributeError, RecursionError) as error:
        raise RefusedError(f"a row that holds no {kind.__name__}", key=name) from error


def _noun(name: str, row: Mapping[str, Any]) -> type | None:
    """What a row holds; None for a table whose columns say all."""
    if name == "story_trace":
        return StoryRuling if row.get("report_id") is None else StoryFeatures
    if name not in {"identity", "assessment"}:
        return _NOUNS.get(name)
    told = row.get("kind")
    found = _KNOWN.get(str(told)) if name == "identity" else noun_of(str(told))
    if found is None:
        raise RefusedError(f"a kind that this version does not know: {told!r:.60}", key=name)
    return found


def _check_text(row: Mapping[str, Any]) -> None:
    text, digest = row.get("text"), row.get("text_sha256")
    if not isinstance(text, str) or sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != (
        digest
    ):
        raise RefusedError(
            "a report's digest is not that of its text", key=f"{row.get('key')!r:.40}"
        )
