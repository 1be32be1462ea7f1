"""Relations: what passes between two over time, when that turned, and what moves between them."""

from watchword.relate.relations.finding import (
    RelationQuery,
    find_relation,
    happening_by_key,
    happenings_by_period,
    relation_of,
)
from watchword.relate.relations.pairs import find_pairs
from watchword.relate.relations.sides import find_side, same_side
from watchword.relate.relations.telling import tell_happening
from watchword.relate.relations.texts import Text, find_texts, texts_of
from watchword.relate.relations.turning import Finder

__all__ = [
    "Finder",
    "RelationQuery",
    "Text",
    "find_pairs",
    "find_relation",
    "find_side",
    "find_texts",
    "happening_by_key",
    "happenings_by_period",
    "relation_of",
    "same_side",
    "tell_happening",
    "texts_of",
]
