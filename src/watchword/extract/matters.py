"""Which words of a sentence are the matter of a position.

A matter starts behind the words that lead to it ("to", "that", "on"), and behind whom it is asked
of; a "not" stays where it belongs to what is demanded. It ends with its clause.
"""

from watchword.extract.clauses import Clause
from watchword.extract.dependents import Tree
from watchword.extract.dispositions import Matter, Word, after_leads, is_negated
from watchword.model.position import PositionKind
from watchword.text.lexicon import lexicon

Edges = tuple[int, int]
"""First word, and the word after the last one."""

_TURNED = frozenset({PositionKind.INTENDS, PositionKind.REFUSES})
"""Kinds that a "not" before the deed turns into each other."""
_WITH_OTHERS = frozenset({PositionKind.ALLOWS, PositionKind.DEMANDS, PositionKind.INTENDS})
_ASIDES = frozenset({",", ";", "\u2014", "--", "\u2013"})
_AFTER_ASIDE = frozenset({"WDT", "WP", "WRB", "VBG", "IN", "RB", ""})
_BEHIND = lexicon("after because if unless while amid following despite when although")
_FINITE = frozenset({"MD", "VBD", "VBZ"})
_ADDS = lexicon("of from for over on between against")
_TIMES = lexicon(
    "day days week weeks month months year years hour hours monday tuesday wednesday thursday "
    "friday saturday sunday moment time now january february march april may june july august "
    "september october november december"
)


def matter_edges(tree: Tree, clause: Clause, word: Word, matter: Matter) -> Edges | None:
    """The words of a matter, None where it has none."""
    head = matter.deed if matter.deed is not None else matter.thing
    if head is None:
        return None
    start, end = tree.reach(head)
    if tree.tokens[head].relation == "nsubj:pass":
        return start, end
    start = max(start, word.index + 1)
    if matter.deed is None:
        end = _with_added(tree, word.index, end)
    else:
        start = _start_of_deed(tree, word, matter.deed, start)
    if matter.toward is not None:
        reach = tree.reach(matter.toward)
        if start <= reach[0] and matter.toward > word.index and reach[1] < end:
            start = reach[1]
    start = _after_day(tree, start, end)
    undone = matter.deed is not None and is_negated(tree, matter.deed)
    if word.lead != "against" and (not undone or word.tells.kind in _TURNED):
        start = after_leads(tree, start, end)
    end = cut(tree, clause, start, end)
    return (start, end) if start < end else None


def cut(tree: Tree, clause: Clause, start: int, end: int) -> int:
    """Where a matter ends: with the clause, and before an aside."""
    tokens = tree.tokens
    last = clause.words[-1].end
    stop = start
    for index in range(start, end):
        follows = tokens[index + 1].tag if index + 1 < end else ""
        aside = tokens[index].text in _ASIDES and follows in _AFTER_ASIDE
        behind = tokens[index].lemma in _BEHIND and tokens[index].relation in {"mark", "case"}
        joins = index > start and tokens[index].tag == "CC" and follows in _FINITE
        if (
            aside
            or joins
            or (behind and index > start)
            or (tokens[index].end > last and tokens[start].start < last)
        ):
            break
        stop = index + 1
    return stop


def _after_day(tree: Tree, start: int, end: int) -> int:
    """As in "urged both sides *on Monday* not to leave"."""
    tokens = tree.tokens
    dated = end - start > 2 and tokens[start].lemma == "on" and tokens[start + 1].lemma in _TIMES
    return start + 2 if dated else start


def _start_of_deed(tree: Tree, word: Word, deed: int, start: int) -> int:
    if word.tells.kind is PositionKind.INTENDS:
        start = max(start, _after_subject(tree, deed))
    if word.tells.kind in _TURNED and is_negated(tree, deed):
        return max(start, deed)
    if word.tells.kind in _WITH_OTHERS and word.below == word.index:
        others = (each for each in tree.below(word.index, "obj", "iobj") if each > word.index)
        return min([start, *(tree.reach(each)[0] for each in others)])
    return start


def _after_subject(tree: Tree, deed: int) -> int:
    """Where a deed starts that is told as a clause: "vowed that it would *respond*"."""
    subjects = tree.below(deed, "nsubj")
    if not any(tree.tokens[each].tag == "PRP" or tree.is_actor(each) for each in subjects):
        return 0
    told = (*subjects, *tree.below(deed, "aux"))
    return max((tree.reach(each)[1] for each in told if each < deed), default=0)


def _with_added(tree: Tree, verb: int, end: int) -> int:
    """As in "weighing a cut *in output*", where the tree hangs the last words from the verb."""
    for each in tree.below(verb, "obl"):
        start, stop = tree.reach(each)
        bare = start == each - 1 and tree.tokens[each].tag in {"NN", "NNS"}
        leads = tree.lemmas(each, "case")
        adds = not _ADDS.isdisjoint(leads) or (bare and "in" in leads)
        if start == end and adds and tree.tokens[each].lemma not in _TIMES:
            return stop
    return end
