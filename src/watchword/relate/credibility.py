"""How credible a finding is, on the Admiralty scale, with the reasons in words.

Sources are counted once: the officials of one state are one voice, whoever prints them; ten
prints of one text are one origin; what counts is the smaller of the two numbers.

===== ==================================================================================
grade when
===== ==================================================================================
1     three or more independent sources, two of them named, not all of them parties;
      nobody denies it and nobody gives another figure
2     two or more independent sources, one of them named, not all of them parties
3     one named source or outlet that is no party to the claim; several parties that
      agree; or a side that speaks of its own plans
4     as many independent sources deny it as tell it
5     more independent sources deny it than tell it
6     only hearsay, only what is told as unconfirmed, only nameless sources, only one party,
      or nothing that still counts
===== ==================================================================================

A source that is a party weighs less than one that is not: parties are set against each other only
where no other source speaks. An official or other named source is named; an outlet in its own
voice is known, and alone gives grade 3. A nameless denial is told and weighs nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchword.model.source import Credibility
from watchword.relate.witnesses import Access, Witness

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """Who tells a thing and who denies it.

    Attributes:
        telling: witnesses of the claims that say it.
        denying: witnesses of the claims that deny it.
        rivals: other figures given for the same thing, in words ("3,000 (Seoul)").
    """

    telling: tuple[Witness, ...]
    denying: tuple[Witness, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A credibility with its reasons.

    Attributes:
        credibility: Admiralty 1 to 6.
        reasons: why, in words, the main one first.
        independent: how many independent sources tell it.
        party_only: whether every source that counts is a party to the claim.
    """

    credibility: Credibility
    reasons: tuple[str, ...]
    independent: int
    party_only: bool


def grade(testimony: Testimony) -> Grade:
    """Grade a finding by the ladder above."""
    telling = [witness for witness in testimony.telling if not witness.gone]
    denying = [witness for witness in testimony.denying if not witness.gone]
    known = [witness for witness in telling if _is_known(witness)]
    credibility, reason = _by_sources(telling, known)
    level, contradiction = _by_denials(known or telling, denying)
    if level is not None:
        credibility = level
    elif credibility is Credibility.CONFIRMED and (denying or testimony.rivals):
        credibility = Credibility.PROBABLY_TRUE
    return Grade(
        credibility=credibility,
        reasons=(reason, *contradiction, *_other_reasons(testimony)),
        independent=independent_sources(known or telling),
        party_only=bool(telling) and all(witness.party for witness in telling),
    )


def independent_sources(witnesses: Sequence[Witness]) -> int:
    """Sources that are independent both as voices and as printed texts."""
    voices = {witness.voice for witness in witnesses}
    return min(len(voices), len({witness.origin for witness in witnesses}))


def names_of(witnesses: Iterable[Witness]) -> tuple[str, ...]:
    """Names of the sources, one a voice, the nearest first, each named once."""
    by_voice: dict[str, str] = {}
    for witness in sorted(witnesses, key=lambda known: (-known.access, known.name, known.claim)):
        by_voice.setdefault(witness.voice, witness.name)
    return tuple(dict.fromkeys(by_voice.values()))


def name_of(witnesses: Sequence[Witness]) -> str:
    """The name of one voice: of the nearest of its witnesses, then the first in the alphabet."""
    return names_of(witnesses)[0]


def _by_sources(telling: Sequence[Witness], known: Sequence[Witness]) -> tuple[Credibility, str]:
    if not telling:
        return Credibility.CANNOT_BE_JUDGED, "every report of it was withdrawn or replaced"
    if not known:
        return Credibility.CANNOT_BE_JUDGED, _faceless_reason(telling)
    if independent_sources(known) == 1:
        return _by_one_source(known)
    return _by_several(known)


def _by_several(known: Sequence[Witness]) -> tuple[Credibility, str]:
    independent = independent_sources(known)
    listed = f"{_number(independent)} independent sources: {', '.join(names_of(known))}"
    if all(witness.party for witness in known):
        return Credibility.POSSIBLY_TRUE, f"{listed}, all parties to the claim"
    named = len({witness.voice for witness in known if witness.access >= Access.NAMED})
    if not named:
        return Credibility.POSSIBLY_TRUE, f"{listed}, none of which names a source"
    confirmed = independent >= 3 and named >= 2
    return Credibility.CONFIRMED if confirmed else Credibility.PROBABLY_TRUE, listed


def _by_one_source(known: Sequence[Witness]) -> tuple[Credibility, str]:
    best = max(known, key=lambda witness: (not witness.party, witness.access, witness.claim))
    name = " and ".join(names_of(known)[:2])
    if any(witness.own_plan for witness in known):
        return Credibility.POSSIBLY_TRUE, f"only source is {name}, on plans of its own side"
    if best.party:
        return Credibility.CANNOT_BE_JUDGED, f"only source is a party to the claim: {name}"
    if best.access is Access.OUTLET:
        return Credibility.POSSIBLY_TRUE, f"only {name} in its own voice, naming no source"
    kind = "an official source" if best.access is Access.OFFICIAL else "a named source"
    return Credibility.POSSIBLY_TRUE, f"only source is {name}, {kind} and no party to the claim"


def _faceless_reason(telling: Sequence[Witness]) -> str:
    if all(witness.access is Access.UNCONFIRMED for witness in telling):
        return f"told as unconfirmed: {', '.join(names_of(telling))}"
    if all(witness.access <= Access.HEARSAY for witness in telling):
        return "hearsay only"
    return f"only nameless sources: {', '.join(names_of(telling))}"


def _by_denials(
    telling: Sequence[Witness], denying: Sequence[Witness]
) -> tuple[Credibility | None, tuple[str, ...]]:
    """The grade that denials force, None where they do not outweigh, and what they are."""
    if not denying:
        return None, ()
    parties = "" if any(not witness.party for witness in denying) else _party_words(denying)
    reason = (f"denied by {', '.join(names_of(denying))}{parties}",)
    sides = (_weight(telling), _weight([known for known in denying if _is_known(known)]))
    if sides[1] == (0, 0):
        return None, reason
    if sides[1] > sides[0]:
        return Credibility.IMPROBABLE, reason
    if sides[1] == sides[0]:
        return Credibility.DOUBTFUL, reason
    return None, reason


def _is_known(witness: Witness) -> bool:
    return witness.access > Access.ANONYMOUS


def _weight(witnesses: Sequence[Witness]) -> tuple[int, int]:
    """Independent sources that are no parties, then those that are."""
    neutral = [witness for witness in witnesses if not witness.party]
    parties = [witness for witness in witnesses if witness.party]
    if neutral:
        return independent_sources(neutral), 0
    return 0, independent_sources(parties)


def _party_words(denying: Sequence[Witness]) -> str:
    return ", a party to the claim" if len(names_of(denying)) == 1 else ", parties to the claim"


def _other_reasons(testimony: Testimony) -> tuple[str, ...]:
    reasons: list[str] = []
    if testimony.rivals:
        reasons.append(f"other figures given: {', '.join(testimony.rivals)}")
    prints = {witness.report for witness in testimony.telling if not witness.gone}
    texts = {witness.origin for witness in testimony.telling if not witness.gone}
    if len(prints) > len(texts):
        reasons.append(
            f"{_number(len(prints))} reports print {_number(len(texts))} "
            f"{'text' if len(texts) == 1 else 'texts'}"
        )
    gone = {witness.report: witness.gone for witness in testimony.telling if witness.gone}
    if gone:
        reports = "report" if len(gone) == 1 else "reports"
        why = "; ".join(sorted(set(gone.values())))
        reasons.append(f"{_number(len(gone))} {reports} left out: {why}")
    return tuple(reasons)


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
