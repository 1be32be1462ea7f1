"""Somebody who acts or speaks in a report, under every name the report gives."""

from dataclasses import dataclass

from watchword.model.attribution import LinkKind
from watchword.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, a body or a state of one report.

    Attributes:
        key: content key.
        report: key of the report.
        name: the fullest spelling the report gives; for a state and a body that is known, its
            common name.
        kind: person, organisation, media or state.
        country: ISO 3166-1 alpha-2 code of whom it belongs to, None where not told.
        offices: offices in normal form, as the report gives them ("president", "former defence
            minister"), in its order.
        aliases: the spellings that stand for it in the text, in order; descriptions ("the
            president") and pronouns are mentions and no aliases.
        mentions: where it is spoken of, in order.
    """

    key: str
    report: str
    name: str
    kind: LinkKind
    country: str | None
    offices: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
