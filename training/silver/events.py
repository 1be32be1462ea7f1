"""Composed sentences whose marked source does something to a marked target, by PLOVER root type.

The templates stand in `event_templates/`, one file a root type. They follow the PLOVER manual
(Open Event Data Alliance, draft 1.3, 2018) as the labels of PLV_train read it: what is promised
or offered is AGREE, what is done is the deed itself, what is refused is REJECT, what is announced
as harm is THREATEN, whatever deed is spoken of in the rest of the sentence.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from silver.cast import Actor, Scene, choose, draw, open_scene
from watchword.ledger.corpora.sentence import LabelledSentence, Stretch
from watchword.text.words import find_words

ROOT_QUADS = {
    "AGREE": "1",
    "CONSULT": "1",
    "SUPPORT": "1",
    "COOPERATE": "2",
    "AID": "2",
    "YIELD": "2",
    "REQUEST": "3",
    "ACCUSE": "3",
    "REJECT": "3",
    "THREATEN": "3",
    "PROTEST": "4",
    "SANCTION": "4",
    "MOBILIZE": "4",
    "COERCE": "4",
    "ASSAULT": "4",
}
"""Root types and their quad class, as most of PLV_train has them."""

DOMESTIC = frozenset({"police", "court", "prosecutor", "crowd", "workers", "prisoners", "party"})
"""Sources that mostly act on people of their own country."""

TEMPLATES = Path(__file__).parent / "event_templates"
WITH_OPENING, WITH_DATELINE, WITH_TAIL, WITHOUT_ARTICLE = 0.25, 0.06, 0.12, 0.15
ABROAD_ALL_THE_SAME = 0.2

_SLOT = re.compile(r"\{(?:(?P<role>[ST]):)?(?P<kinds>[a-z/]+)(?P<third>\^?)\}")
_FORM = re.compile(r"<(?P<target>t:)?(?P<one>[^<>|]*)\|(?P<many>[^<>]*)>")
_TIMED = re.compile(r"\{when\}|\b(?:will|is|are|says|remains)\b")
_SUBJECT = re.compile(
    r"(?:^|\b(?:that|if|when|unless|because|says|said) |[,\"\u201c] ?)$", re.IGNORECASE
)
_AFTER = re.compile(r"^ (\w+)")
_PLURALS = {
    "has": "have",
    "is": "are",
    "was": "were",
    "does": "do",
    "says": "say",
    "wants": "want",
    "accuses": "accuse",
    "blames": "blame",
    "alleges": "allege",
    "claims": "claim",
    "backs": "back",
    "supports": "support",
    "endorses": "endorse",
    "opposes": "oppose",
    "supplies": "supply",
    "provides": "provide",
    "remains": "remain",
    "stands": "stand",
    "faces": "face",
    "plans": "plan",
    "intends": "intend",
    "agrees": "agree",
    "raises": "raise",
    "sends": "send",
    "receives": "receive",
}
_SINGULARS = {many: one for one, many in _PLURALS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A filled template: its text, and where source and target stand in it, in characters."""

    text: str
    source: Stretch
    target: Stretch

    def after(self, prefix: str) -> "Composed":
        """The same with some text in front."""
        by = len(prefix)
        return Composed(
            text=prefix + self.text,
            source=(self.source[0] + by, self.source[1] + by),
            target=(self.target[0] + by, self.target[1] + by),
        )


def each_event_sentence(seed: int, copies: int) -> Iterator[LabelledSentence]:
    """Fill each template several times.

    Args:
        seed: decides all; the same seed gives the same sentences.
        copies: how often each template is filled.
    """
    rng = random.Random(seed)  # noqa: S311 - composes examples, no secret
    for root, lines in _templates().items():
        for number, template in enumerate(lines):
            for _ in range(copies):
                yield compose_event(root, template, f"{root}-{number}", rng)


def compose_event(root: str, template: str, document: str, rng: random.Random) -> LabelledSentence:
    """Fill one template of a root type.

    The document is the template, so that a split keeps all its copies on one side.
    """
    composed = _dressed(template, open_scene(rng))
    words = find_words(composed.text)
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index + 1 for index, word in enumerate(words)}
    pair = tuple((starts[first], ends[last]) for first, last in (composed.source, composed.target))
    return LabelledSentence(
        words=tuple(word.text for word in words),
        document=f"composed-event-{document}",
        corpus="composed-events",
        pair=(pair[0], pair[1]),
        event={"root": root, "quad": ROOT_QUADS[root]},
    )


@cache
def _templates() -> dict[str, tuple[str, ...]]:
    return {
        root: tuple((TEMPLATES / f"{root}.txt").read_text(encoding="utf-8").splitlines())
        for root in ROOT_QUADS
    }


def _dressed(template: str, scene: Scene) -> Composed:
    rng = scene.rng
    chosen = choose(template, rng)
    if "{says}" not in chosen and '"' not in chosen and rng.random() < WITH_TAIL:
        chosen = chosen.removesuffix(".") + ", {says}."
    composed = _assembled(chosen, scene)
    if re.match(r"\{[ST]:", chosen) and rng.random() < WITH_OPENING:
        kind = "opening" if _TIMED.search(chosen) else "opening/time"
        composed = composed.after(f"{draw(kind, scene.third, scene).words} ")
    composed = _with_capital(composed)
    return composed.after(_dateline(scene)) if rng.random() < WITH_DATELINE else composed


def _assembled(template: str, scene: Scene) -> Composed:
    scene = _at_home(template, scene)
    actors = _main_actors(template, scene)
    stretches: dict[str, Stretch] = {}
    text, last, number = "", 0, ""
    for slot in _SLOT.finditer(template):
        text = _joined(text, _agreeing(template[last : slot.start()], number, actors))
        role, actor = slot["role"], _actor(slot, actors, scene)
        if role:
            start = len(text) + _skipped_article(actor.words, scene.rng)
            stretches[role] = (start, len(text) + len(actor.words.rstrip(",")))
        closed = template[slot.end() :][:1] in "',."
        text += actor.words.rstrip(",") if closed else actor.words
        subject = role and _SUBJECT.search(template[: slot.start()])
        last, number = slot.end(), actor.number if subject else ""
    text = _joined(text, _agreeing(template[last:], number, actors))
    return Composed(text=text, source=stretches["S"], target=stretches["T"])


def _at_home(template: str, scene: Scene) -> Scene:
    """The scene with both sides in one country, where that is how such a source acts."""
    kinds = {slot["kinds"] for slot in _SLOT.finditer(template) if slot["role"]}
    is_domestic = DOMESTIC & kinds and scene.rng.random() > ABROAD_ALL_THE_SAME
    return replace(scene, abroad=scene.home) if is_domestic else scene


def _main_actors(template: str, scene: Scene) -> dict[str, Actor]:
    """Source and target, never by the same words."""
    kinds = {slot["role"]: slot["kinds"] for slot in _SLOT.finditer(template) if slot["role"]}
    source = draw(kinds["S"], scene.home, scene)
    target = draw(kinds["T"], scene.abroad, scene)
    while target.words == source.words:
        target = draw(kinds["T"], scene.third, scene)
    return {"S": source, "T": target}


def _actor(slot: re.Match[str], actors: dict[str, Actor], scene: Scene) -> Actor:
    if slot["role"]:
        return actors[slot["role"]]
    return draw(slot["kinds"], scene.third if slot["third"] else scene.abroad, scene)


def _agreeing(words: str, number: str, actors: dict[str, Actor]) -> str:
    """Literal words with their verbs and pronouns in the number of the actors."""

    def form(match: re.Match[str]) -> str:
        whose = actors["T" if match["target"] else "S"].number
        if whose == "h" and match["one"] in {"its", "it"}:
            return "his" if match["one"] == "its" else "he"
        return match["many"] if whose == "p" else match["one"]

    words = _FORM.sub(form, words)
    forms = {"p": _PLURALS, "s": _SINGULARS, "h": _SINGULARS}.get(number, {})
    return _AFTER.sub(lambda match: f" {forms.get(match[1], match[1])}", words)


def _joined(text: str, words: str) -> str:
    """Text and the words after it; a possessive after an s loses its own."""
    return text + ("'" + words[2:] if words.startswith("'s") and text.endswith("s") else words)


def _skipped_article(words: str, rng: random.Random) -> int:
    return len("the ") if words.startswith("the ") and rng.random() < WITHOUT_ARTICLE else 0


def _with_capital(composed: Composed) -> Composed:
    text = composed.text[0].upper() + composed.text[1:]
    return Composed(text=text, source=composed.source, target=composed.target)


def _dateline(scene: Scene) -> str:
    city = draw("capital", scene.home, scene).words.upper()
    day = f"{scene.rng.choice(('Jan.', 'March', 'Sept.', 'Nov.'))} {scene.rng.randint(1, 28)}"
    return scene.rng.choice(
        (f"{city} (AP) -- ", f"{city} - ", f"{city}, {day} (Xinhua) -- ", f"{city} (Reuters) - ")
    )
