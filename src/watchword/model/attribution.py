"""The chain from the outlet to the origin: who says that who says it."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.span import Span


class LinkKind(StrEnum):
    """What sort of source a link of the chain is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    MEDIA = "media"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    IMAGERY = "imagery"


class Voice(StrEnum):
    """How the source's words are given."""

    OWN = "own"
    """The outlet speaks for itself."""
    INDIRECT = "indirect"
    DIRECT = "direct"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One source in a chain.

    Attributes:
        name: canonical name ("National Intelligence Service", "Volodymyr Zelensky").
        words: the words in the report that stand for it here ("the agency", "He").
        kind: what sort of source.
        role: office or description given in this report ("defence minister"), or None.
        country: ISO 3166-1 alpha-2 code of whom it belongs to, None where not said.
        span: where the words stand.
        named_at: where the report gives the name or description that `name` comes from,
            when that is not `span` ("He" here, "President Zelensky" two sentences before).
    """

    name: str
    words: str
    kind: LinkKind
    role: str | None = None
    country: str | None = None
    span: Span | None = None
    named_at: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who a claim comes from.

    Attributes:
        links: named sources, outermost first, origin last; the outlet itself is not listed,
            so an empty chain is the outlet's own voice.
        cue: the words that report the speech ("said", "according to"), empty without any.
        cue_at: where they stand.
        voice: direct, indirect, mixed, or the outlet's own.
        said: the words for when it was said ("on Friday"), empty where not told.
    """

    links: tuple[Link, ...] = ()
    cue: str = ""
    cue_at: Span | None = None
    voice: Voice = Voice.OWN
    said: str = ""

    @property
    def origin(self) -> Link | None:
        """The last link: where the claim starts from, None for the outlet's own voice."""
        return self.links[-1] if self.links else None

    @property
    def speaker(self) -> Link | None:
        """The outermost link: who speaks in the report, None for the outlet's own voice."""
        return self.links[0] if self.links else None
