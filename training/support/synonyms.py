"""Words that may and words that may not stand for a word, from WordNet 3.0 (Fellbaum 1998).

WordNet's licence allows any use with its notice. Its first sense of a word is taken. Forms are
inflected as the word they stand for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lemminflect import getInflection

from support.stand import Stand

CLASSES = {"N": "noun", "V": "verb", "J": "adj", "R": "adv"}
"""WordNet's files by the first letter of a Penn tag."""
MOST = 6
"""Words that are kept of each kind."""


@dataclass(frozen=True)
class Synset:
    """Words of one meaning, and where the next ones lie by WordNet's signs."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WordNet:
    """WordNet's files in a folder."""

    folder: Path

    def standing_for(self, lemma: str, kind: str) -> dict[str, tuple[str, ...]]:
        """Words for one lemma, by how they stand to it; empty where it is not known."""
        found = self.first_senses[kind].get(lemma)
        if found is None:
            return {}
        synset = self.synsets[kind][found]
        wider = [self.synsets[kind][at] for sign, at in synset.pointers if sign == "@"]
        beside = [
            self.synsets[kind][at].words[0]
            for each in wider[:1]
            for sign, at in each.pointers
            if sign == "~" and at != found
        ]
        against = [
            self.synsets[kind][at].words[0]
            for sign, at in synset.pointers
            if sign == "!" and at in self.synsets[kind]
        ]
        told = {
            "same": synset.words,
            "wider": wider[0].words[:1] if wider and kind == "noun" else (),
            "other": beside,
            "against": against,
        }
        return {
            name: tuple(each for each in words if each != lemma and each.isalpha())[:MOST]
            for name, words in told.items()
        }

    @cached_property
    def synsets(self) -> Mapping[str, Mapping[str, Synset]]:
        """Meanings by class and place."""
        return {
            kind: dict(_each_synset((self.folder / f"data.{kind}").read_text("utf-8")))
            for kind in CLASSES.values()
        }

    @cached_property
    def first_senses(self) -> Mapping[str, Mapping[str, str]]:
        """The place of each word's first meaning, by class and lemma."""
        found: dict[str, dict[str, str]] = {}
        for kind in CLASSES.values():
            rows = (self.folder / f"index.{kind}").read_text("utf-8").splitlines()
            cells = [row.split() for row in rows if not row.startswith(" ")]
            found[kind] = {each[0]: each[-int(each[2])] for each in cells}
        return found


def stands_for(words: Iterable[tuple[str, str, str]], net: WordNet) -> Stand:
    """What may and may not stand for words.

    Args:
        words: form, Penn tag and lemma of each.
        net: WordNet.
    """
    found = {}
    for form, tag, lemma in words:
        told = net.standing_for(lemma, CLASSES[tag[0]])
        forms = {
            name: tuple(dict.fromkeys(_inflected(each, tag) for each in others))
            for name, others in told.items()
            if others
        }
        if forms:
            found[f"{form}|{tag}"] = forms
    return found


def _inflected(lemma: str, tag: str) -> str:
    forms = getInflection(lemma, tag)
    return str(forms[0]) if forms else lemma


def _each_synset(text: str) -> Iterator[tuple[str, Synset]]:
    for row in text.splitlines():
        if row.startswith(" "):
            continue
        cells = row.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = tuple(cells[4 + 2 * place].split("(")[0] for place in range(count))
        begin = 5 + 2 * count
        pointers = tuple(
            (cells[begin + 4 * place], cells[begin + 4 * place + 1])
            for place in range(int(cells[begin - 1]))
        )
        yield cells[0], Synset(words=words, pointers=pointers)
