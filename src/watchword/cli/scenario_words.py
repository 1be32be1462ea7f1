"""What a scenario says, in lines for a terminal."""

from collections.abc import Iterator, Sequence

from watchword.assess.scenarios.chances import term_for
from watchword.assess.scenarios.completing import with_defaults
from watchword.assess.scenarios.cycles import find_cycles
from watchword.assess.scenarios.numbers import Number, each_number
from watchword.assess.scenarios.suggesting import Suggested
from watchword.cli.screen import one_line
from watchword.model.outlook import Belief, Focus, Move, Outlook, Swing, Worth
from watchword.model.scenario import NO_YES, Arrow, Backing, Evidence, Ground, Scenario

SHOWN = 8
"""Lines of what moved, what would tell and what it hangs on, at most; JSON has all."""


def each_suggested_line(suggested: Suggested) -> Iterator[str]:
    """A graph of what is claimed: each arrow with who claims it."""
    scenario = suggested.scenario
    texts = {node.id: node.text for node in scenario.nodes}
    for arrow in scenario.arrows:
        yield f"{one_line(texts[arrow.cause])}  [{_cause(arrow)}]"
        verb = "prevents" if arrow.prevents else "leads to"
        yield f"  {verb}: {one_line(texts[arrow.effect])}  [{arrow.effect}]"
        for backing in arrow.claimed:
            yield f"    {_claimed(backing)}"
    for one, other in suggested.alike:
        yield f"one or two? {one} / {other}: {one_line(texts[one])} / {one_line(texts[other])}"
    for circle in find_cycles(scenario.arrows):
        yield f"a circle, which a person must cut: {' > '.join((*circle, circle[0]))}"


def each_outlook_line(outlook: Outlook, scenario: Scenario, *, numbers: bool) -> Iterator[str]:
    """What a scenario says: beliefs, the target, the likeliest course, whose numbers."""
    yield one_line(scenario.title)
    if outlook.observed:
        yield f"supposed to be seen: {_states(outlook.observed)}"
    if outlook.done:
        yield f"supposed to be brought about: {_states(outlook.done)}"
    yield ""
    for belief in outlook.beliefs:
        yield _belief(belief, scenario)
    if outlook.focus:
        yield from _each_focus_line(outlook.focus)
    yield ""
    yield _course(outlook)
    for each in outlook.set_aside:
        yield f"does not count, since it is supposed to be brought about: {told_evidence(each)}"
    yield from _each_number_line(scenario, numbers=numbers)


def _course(outlook: Outlook) -> str:
    """The likeliest states together; those that are not so are told as the rest."""
    plain = {belief.node for belief in outlook.beliefs if belief.states == NO_YES}
    told = [(n, state) for n, state in outlook.explanation if n not in plain or state != NO_YES[0]]
    rest = len(outlook.explanation) - len(told)
    parts = [_states(told)] if told else []
    parts += [f"{'the other' if told else 'all'} {rest}: no"] if rest else []
    return f"likeliest together ({_percent(outlook.explanation_chance)}): {'; '.join(parts)}"


def _each_focus_line(focus: Focus) -> Iterator[str]:
    yield ""
    yield f"{focus.node}={focus.state}: {_likely(focus.probability)}"
    if focus.moves:
        yield "what moved it, in this order:"
        yield from map(_move, focus.moves[:SHOWN])
    if focus.worths:
        yield "what it would tell to know for certain, the most first:"
        yield from map(_worth, focus.worths[:SHOWN])
    if focus.swings:
        yield "what it hangs on, each number alone, the most first:"
        yield from map(_swing, focus.swings[:SHOWN])


def _move(move: Move) -> str:
    before, after, without = map(_percent, (move.before, move.after, move.without))
    return f"  {before} > {after}  (without it now {without})  {told_evidence(move.evidence)}"


def _worth(worth: Worth) -> str:
    chances = zip(worth.states, worth.target_if, strict=True)
    told = ", ".join(f"{state}: {_percent(chance)}" for state, chance in chances)
    points = f"{worth.change * 100:.1f} points"
    return f"  {worth.information:.3f} bits, {points} expected  {worth.node} ({told})"


def _swing(swing: Swing) -> str:
    is_ratio = swing.high > 1
    shown = (lambda each: f"{each:g}") if is_ratio else _percent
    value, low, high = map(shown, (swing.value, swing.low, swing.high))
    ends = f"{_percent(swing.target_low)} to {_percent(swing.target_high)}"
    return f"  {ends}  {swing.number}: {value} ({swing.ground.value}), tried from {low} to {high}"


def _each_number_line(scenario: Scenario, *, numbers: bool) -> Iterator[str]:
    known = tuple(each_number(with_defaults(scenario)))
    untold = [each for each in known if each.chance.ground is Ground.DEFAULT]
    if untold:
        yield f"{len(untold)} of {len(known)} numbers nobody gave; they are set by a rule:"
        shown = untold if numbers else untold[:SHOWN]
        yield from map(_number, shown)
        if len(shown) < len(untold):
            yield f"  and {len(untold) - len(shown)} more with --numbers"
    if numbers:
        yield "the numbers that were given:"
        yield from (_number(each) for each in known if each.chance.ground is not Ground.DEFAULT)


def _number(number: Number) -> str:
    chance = number.chance
    words = f", “{chance.words}”" if chance.words else ""
    by = f", {chance.by}" if chance.by else ""
    why = f", {chance.why}" if chance.why else ""
    claims = f", claims {' '.join(chance.claims)}" if chance.claims else ""
    told = f"{_percent(chance.value)}{words} ({chance.ground.value}{by}{why}{claims})"
    return f"  {number.name}: {one_line(told)}"


def _belief(belief: Belief, scenario: Scenario) -> str:
    node = scenario.node(belief.node)
    text = one_line(node.text) if node else ""
    if belief.states == NO_YES:
        moved = f"{_percent(belief.before[-1]):>6} > {_percent(belief.now[-1]):>6}"
        return f"{moved}  {_term(belief):20}  {text}  [{belief.node}]"
    chances = zip(belief.states, belief.before, belief.now, strict=True)
    told = ", ".join(f"{state} {_percent(old)} > {_percent(new)}" for state, old, new in chances)
    return f"{told}  {text}  [{belief.node}]"


def _term(belief: Belief) -> str:
    """The likelihood in words, or that it is nobody's."""
    return "nobody's numbers" if belief.is_untold else term_for(belief.now[-1])


def told_evidence(evidence: Evidence) -> str:
    """A piece of evidence: what it speaks for, its weight, and what it rests on."""
    weight = "certain" if evidence.ratio is None else f"ratio {evidence.ratio:.3g}"
    parts = [
        weight,
        f"from {evidence.ground.value}",
        evidence.by,
        f"credibility {evidence.credibility.value}" if evidence.credibility else "",
        evidence.why,
        f"indicator {evidence.indicator}" if evidence.indicator else "",
        f"claims {' '.join(evidence.claims)}" if evidence.claims else "",
    ]
    told = one_line("; ".join(part for part in parts if part))
    return f"{evidence.node}={evidence.state}: {told}"


def _claimed(backing: Backing) -> str:
    chain = " < ".join(backing.chain) or "outlet"
    day = f"{backing.published:%Y-%m-%d}" if backing.published else "undated"
    degree = f", that is {backing.likelihood}" if backing.likelihood else ""
    hedge = f", “{backing.hedge}”{degree}" if backing.hedge else ""
    outlet = backing.outlet or "outlet not named"
    return one_line(f"{backing.claim} {day} {outlet}, {chain}: {backing.modality.value}{hedge}")


def _cause(arrow: Arrow) -> str:
    return f"{arrow.cause}={arrow.when}" if arrow.when else arrow.cause


def _states(states: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{node}={state}" for node, state in states)


def _likely(probability: float) -> str:
    return f"{_percent(probability)}, {term_for(probability)}"


def _percent(probability: float) -> str:
    """Percent without a false precision, which never says certain of what is not.

    >>> [_percent(each) for each in (0.0, 0.004, 0.4567, 0.9996, 1.0)]
    ['0 %', '0.4 %', '46 %', '99.9 %', '100 %']
    """
    percent = probability * 100
    if 0 < percent < 1:
        return f"{max(0.1, percent):.1f} %"
    if 99 < percent < 100:
        return f"{min(99.9, percent):.1f} %"
    return f"{percent:.0f} %"
