"""What a claim does to a hypothesis, as the machine proposes it, with its reason.

===== ========================================================================================
value where the claim
===== ========================================================================================
CC    says firmly all that the hypothesis says
C     says what the hypothesis says in part, or not firmly
I     denies it, not firmly; or tells it with another figure, place or time
II    denies it firmly; of a hypothesis that something is not so: says firmly that it is
none  does neither; tells a plan, or what lies ahead; or the hypothesis limits ("only"), which is
      not read
===== ========================================================================================

Firmly is asserted or denied, without hearsay or a hedge. That the machine cannot tell is its own
value, and not neutral: neutral (N) and not applicable (NA) are a person's to say. The reading is
made for texts of reports; a hypothesis is best worded as a report would claim it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.model.claim import Modality
from watchword.model.corroboration import Bearing
from watchword.model.hypothesis import Consistency, Proposal

MADE_BY = "hypothesis proposals 1"
"""Name and version of what proposes here; raised where proposals change."""

_MORE = 4
"""Words that a reason names, at most."""

_NO_DEED = {
    Modality.PLANNED: "it tells what is planned",
    Modality.CONSIDERED: "it tells what is weighed",
    Modality.CONDITIONAL: "it hangs on a condition",
    Modality.UNCONFIRMED: "it is told as unconfirmed",
}
_AT_ODDS: dict[Bearing | None, str] = {
    Bearing.OTHER_FIGURE: "it gives another figure",
    Bearing.OTHER_PLACE: "it names another place",
    Bearing.OTHER_TIME: "it names another time",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How one claim stands to one thing that a hypothesis says.

    Attributes:
        bearing: what the claim does to it, None where nothing.
        modality: of the claim.
        is_firm: whether the claim is made without hearsay, hedge or condition.
        is_ahead: whether it tells of what lies ahead, and the hypothesis of what has come about.
        missing: words of the hypothesis that the claim does not have.
        figures: of a clash of figures, the claim's words and the hypothesis's.
    """

    bearing: Bearing | None
    modality: Modality
    is_firm: bool
    is_ahead: bool = False
    missing: tuple[str, ...] = ()
    figures: tuple[str, str] | None = None


def propose(hypothesis: str, stands: Sequence[Sequence[Stand]], limit: str = "") -> Proposal:
    """Propose how well a piece of evidence goes with a hypothesis.

    A hypothesis that says several things is denied where one of them is, and is consistent with
    what is said of some of them.

    Args:
        hypothesis: its id.
        stands: for each thing that it says, how each claim of the piece stands to it.
        limit: a word by which it limits what it says ("only"), empty without one.
    """
    consistency, why = _told(stands, limit)
    return Proposal(hypothesis=hypothesis, consistency=consistency, why=why, made_by=MADE_BY)


def _told(stands: Sequence[Sequence[Stand]], limit: str) -> tuple[Consistency | None, str]:
    if not stands:
        return None, "the hypothesis cannot be read as a claim; word it as a report would"
    if limit:
        return None, f"the hypothesis limits what it says (“{limit}”), which is not read"
    every = [stand for said in stands for stand in said]
    against = [each for each in every if each.bearing not in {None, Bearing.SUPPORTS}]
    agreeing = [each for each in every if each.bearing is Bearing.SUPPORTS]
    if against and agreeing:
        return None, "it speaks for it and against it"
    if against:
        return min(map(_against, against), key=lambda told: -_harshness(told[0]))
    if agreeing:
        is_whole = all(any(s.bearing is Bearing.SUPPORTS for s in said) for said in stands)
        return _agreeing(agreeing, is_whole=is_whole)
    told = next((_NO_DEED[each.modality] for each in every if each.modality in _NO_DEED), "")
    if any(each.is_ahead for each in every):
        told = "it tells what lies ahead"
    return None, told or "it says neither this nor the contrary, as far as can be told"


def _against(stand: Stand) -> tuple[Consistency, str]:
    if stand.bearing is Bearing.DENIES:
        if stand.is_firm:
            return Consistency.VERY_INCONSISTENT, "it says the contrary"
        return Consistency.INCONSISTENT, f"it says the contrary, not firmly ({stand.modality})"
    why = _AT_ODDS.get(stand.bearing, "")
    if stand.figures:
        why = f"{why}: {stand.figures[0]}, not {stand.figures[1]}"
    return Consistency.INCONSISTENT, why


def _harshness(consistency: Consistency) -> int:
    return 2 if consistency is Consistency.VERY_INCONSISTENT else 1


def _agreeing(stands: Sequence[Stand], *, is_whole: bool) -> tuple[Consistency, str]:
    best = min(stands, key=lambda stand: (len(stand.missing), not stand.is_firm))
    if best.missing:
        words = ", ".join(best.missing[:_MORE])
        more = " and more" if len(best.missing) > _MORE else ""
        return Consistency.CONSISTENT, f"it says this, but not: {words}{more}"
    if not is_whole:
        return Consistency.CONSISTENT, "it says a part of it"
    if not best.is_firm:
        return Consistency.CONSISTENT, f"it says this, not firmly ({best.modality})"
    return Consistency.VERY_CONSISTENT, "it says this"
