"""What must hold of any composed report: spans, chains, names that may be others, neighbours.

Reports are filled from patterns of several constructions with names, figures and places. A name
is exchanged for another of its kind, and an unrelated sentence is set before, after or between:
the claims have to stay what they were.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from case_files import composed, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_claims import spans_of

from watchword.engines import ReadingEngine
from watchword.model.attribution import Voice
from watchword.model.claim import Claim

ENGINE = ReadingEngine()
NAMES: Mapping[str, tuple[str, ...]] = {
    "person": (
        "Rosa Quintero",
        "Samuel Ortega",
        "Anna Lindholm",
        "Peter Novak",
        "David Mensah",
        "Nguyen Van Minh",
        "Ibrahim al-Masri",
        "Olena Kravchuk",
        "Kim Min-seok",
    ),
    "state": (
        "Chile",
        "Norway",
        "Ghana",
        "Portugal",
        "Vietnam",
        "Turkey",
        "Jordan",
        "Peru",
        "South Korea",
    ),
    "body": ("Amnesty International", "the World Bank", "the Red Cross", "UNICEF", "NATO"),
    "press": ("Reuters", "Yonhap", "Interfax", "Al Jazeera"),
    "town": (
        "Tartus",
        "Bergen",
        "Kaduna",
        "Arequipa",
        "Odesa",
        "Goma",
        "Nampula",
        "Bouake",
        "Daegu",
    ),
}
"""Names that take each other's place, by what they name."""
FIGURES = ("40", "at least 1,200", "about 300", "three", "dozens of")
PATTERNS = (
    "{person} said on Monday that {figure} soldiers had reached {town}.",
    "{figure} civilians were wounded near {town}, {body} said.",
    "According to {body}, {state} has sent {figure} trucks to {town}.",
    "{state} denied that its ships had shelled {town}.",
    "{state} plans to send {figure} engineers to {town} by June, {person} told reporters.",
    "If the talks fail, {state} will close the border, {person} warned.",
    "\u201cThe road to {town} is closed,\u201d {person} said.",
    "{state} has moved {figure} tanks to {town}.",
    "It is reported that {figure} houses burned in {town}.",
    "{press} reports that {state} lost {figure} drones over {town}, citing {person}.",
    "{person}: {figure} ships have left {town}.",
    "Satellite images reviewed by {press} show {figure} craters near {town}.",
    "{state} says the bridge stands, {body} says it has fallen.",
    "{person} warned of famine in {town} by December.",
    "{body} put the number of dead in {town} at {figure}.",
    "{person}, who visited {town} on Friday, said that {figure} wells were dry.",
    "Reports that {state} had lost {figure} drones could not be verified.",
    "{state} may send ships to {town} within days, {press} reported, citing {person}.",
    "A spokesman for {body} in {town}, {person}, denied that {figure} tents were lost.",
    "{person} of {body} said {figure} people had fled from {town} to {state}.",
    "{figure} people were killed in {town}, three were wounded.",
    "{body} could not confirm that {figure} people were missing in {town}.",
)
UNRELATED = (
    "The weather on the coast was mild.",
    "A museum opened its new wing on Thursday.",
    "Coffee prices rose by 4 percent last year.",
    "The bakery said its ovens were new.",
    "Marta Berg sang in Malmo on Sunday.",
    "The weather agency opened an office in Fiji, officials said.",
)
calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
chosen = st.fixed_dictionaries(
    {kind: st.sampled_from(names) for kind, names in NAMES.items()}
    | {"figure": st.sampled_from(FIGURES)}
)
patterns = st.sampled_from(PATTERNS)
unrelated = st.sampled_from(UNRELATED)
wheres = st.sampled_from(("before", "between", "after"))


def filled(pattern: str, names: Mapping[str, str]) -> str:
    """A pattern with its names, its first letter a capital."""
    text = pattern.format_map(names)
    return text[:1].upper() + text[1:]


def claims_of(text: str) -> tuple[Claim, ...]:
    return read(composed(text), ENGINE).claims


@dataclass(frozen=True, slots=True)
class Seen:
    """What a claim says, without its place in the text."""

    content: str
    chain: tuple[tuple[str, str], ...]
    cue: str
    modality: str
    polarity: str
    actor: str | None
    action: str
    recipient: str | None
    figures: tuple[tuple[object, ...], ...]
    place: str | None
    time: tuple[object, ...] | None
    condition: str | None
    event: str | None


def seen(claim: Claim) -> Seen:
    return Seen(
        content=claim.content.quote,
        chain=tuple((link.name, link.kind.value) for link in claim.attribution.links),
        cue=claim.attribution.cue,
        modality=claim.modality.value,
        polarity=claim.polarity.value,
        actor=claim.actor,
        action=claim.action,
        recipient=claim.recipient,
        figures=tuple((f.low, f.best, f.high, f.unit, f.words) for f in claim.figures),
        place=claim.place.words if claim.place else None,
        time=(claim.time.words, claim.time.since, claim.time.until) if claim.time else None,
        condition=claim.condition.quote if claim.condition else None,
        event=claim.event,
    )


def plain_of(claim: Claim, names: Mapping[str, str]) -> str:
    """What a claim says, with each name as the kind of its name."""
    words = repr(seen(claim))
    for kind, name in names.items():
        if kind in NAMES:
            for form in (name[:1].upper() + name[1:], name, name.removeprefix("the ")):
                words = words.replace(form, f"<{kind}>")
    return words


@calm
@given(st.lists(st.tuples(patterns, chosen), min_size=1, max_size=4))
def test_every_span_is_cut_from_the_report_and_sealed(
    parts: list[tuple[str, dict[str, str]]],
) -> None:
    text = " ".join(filled(*part) for part in parts)
    for claim in claims_of(text):
        for span in spans_of(claim):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.quote
            assert span.digest == sha256(span.quote.encode()).hexdigest()


@calm
@given(st.lists(st.tuples(patterns, chosen), min_size=1, max_size=4))
def test_a_claim_has_a_chain_or_is_in_the_outlets_own_voice(
    parts: list[tuple[str, dict[str, str]]],
) -> None:
    claims = claims_of(" ".join(filled(*part) for part in parts))
    assert claims
    for claim in claims:
        links = claim.attribution.links
        assert bool(links) == (claim.attribution.voice is not Voice.OWN)
        assert all(link.name and link.span is not None for link in links)


@calm
@given(patterns, chosen, chosen)
def test_another_name_of_the_same_kind_changes_nothing_but_the_name(
    pattern: str, first: dict[str, str], second: dict[str, str]
) -> None:
    second = {**second, "figure": first["figure"]}
    one, other = filled(pattern, first), filled(pattern, second)
    told = [plain_of(claim, first) for claim in claims_of(one)]
    again = [plain_of(claim, second) for claim in claims_of(other)]
    assert told == again


@calm
@given(
    patterns,
    patterns,
    chosen,
    st.sampled_from(UNRELATED),
    st.sampled_from(("before", "between", "after")),
)
def test_an_unrelated_sentence_changes_nothing_else(
    one: str, two: str, names: dict[str, str], sentence: str, where: str
) -> None:
    first, second = filled(one, names), filled(two, names)
    parts = {
        "before": [sentence, first, second],
        "between": [first, sentence, second],
        "after": [first, second, sentence],
    }
    plain = [seen(claim) for claim in claims_of(f"{first} {second}")]
    mixed = [
        seen(claim)
        for claim in claims_of(" ".join(parts[where]))
        if claim.sentence.quote != sentence
    ]
    assert mixed == plain
