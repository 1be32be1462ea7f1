"""ECB+ (Cybulska and Vossen, 2014): news reports of look-alike happenings, two stories a topic.

The corpus keeps words apart; they are put together with a blank between them, as its readers do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_field, read_objects


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """A report and the story it is of.

    Attributes:
        document: its name in the corpus.
        topic: number of the topic, which two look-alike stories share.
        story: name of the story.
        text: the words.
    """

    document: str
    topic: int
    story: str
    text: str


def read_ecbplus(data: Path) -> Iterator[StoryText]:
    """Read topics 1 to 22 in the order of the file.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    for key, row in read_objects(data / "stories" / "ecbplus" / "topics-01-22.jsonl"):
        topic, sentences = row.get("topic"), row.get("sentences")
        if not isinstance(topic, int) or not isinstance(sentences, list):
            raise UnreadableError("topic or sentences missing", key=key, mend=MEND)
        yield StoryText(
            document=read_field(row, "id", key),
            topic=topic,
            story=read_field(row, "story", key),
            text=" ".join(word for sentence in sentences for word in _words(sentence, key)),
        )


def _words(sentence: object, key: str) -> list[str]:
    words = sentence.get("tokens") if isinstance(sentence, dict) else None
    if not isinstance(words, list):
        raise UnreadableError("a sentence without tokens", key=key, mend=MEND)
    return [str(word) for word in words]
