"""The small words around a verb that tell whether its deed lies ahead, is owed, or is over."""

from watchword.extract.dependents import Tree
from watchword.extract.dispositions import is_yet
from watchword.text.lexicon import lexicon

AHEAD = lexicon("will would shall 'll")
OUGHT = lexicon("must should ought")
MAYBE = lexicon("may might could")
_OVER = lexicon("initially previously once originally formerly earlier long")
_NEVER = lexicon("not never longer long")
_ASIDE = lexicon("after before because since until while when as though although")


def modal_of(tree: Tree, verb: int) -> str:
    """The first modal of a verb, lower case; empty for none."""
    found = (i for i in tree.below(verb, "aux") if tree.tokens[i].tag == "MD")
    first = next(found, None)
    return "" if first is None else tree.tokens[first].lemma.lower()


def goes_to(tree: Tree, verb: int) -> int | None:
    """The deed of "is going to send", None for another verb."""
    if tree.tokens[verb].text.lower() != "going" or "be" not in tree.lemmas(verb, "aux"):
        return None
    return next(iter(tree.below(verb, "xcomp")), None)


def is_over(tree: Tree, verb: int, *, told: bool) -> bool:
    """As in "had planned to" and "initially refused to"; "said it had asked" is not over.

    Args:
        tree: the sentence.
        verb: the verb.
        told: whether somebody is said to have said it, which moves its tense back.
    """
    auxiliaries = [tree.tokens[each] for each in tree.below(verb, "aux")]
    had = any(each.lemma == "have" and each.tag == "VBD" for each in auxiliaries)
    adverbs = {tree.tokens[each].text.lower() for each in tree.below(verb, "advmod")}
    return (had and not told) or not _OVER.isdisjoint(adverbs)


def is_aside(tree: Tree, verb: int) -> bool:
    """As in "the ship sank after the captain refused to turn back"."""
    relation = tree.tokens[verb].relation or ""
    bound = relation == "advcl" and not tree.lemmas(verb, "mark").isdisjoint(_ASIDE)
    return bound or relation == "acl:relcl"


def first_of(tree: Tree, verb: int) -> int:
    """Where a verb starts with its auxiliaries and what negates it."""
    before = [each for each in tree.below(verb, "aux", "aux:pass", "cop") if each < verb]
    never = [each for each in tree.below(verb, "advmod") if tree.tokens[each].lemma in _NEVER]
    before += [tree.reach(each)[0] for each in never if each < verb]
    before += [verb - 2] if tree.tokens[verb - 2].lemma == "yet" and is_yet(tree, verb) else []
    return min(before, default=verb)


def end_of_modal(tree: Tree, verb: int) -> int:
    """The word after "will not" in "will not send"."""
    tokens = tree.tokens
    spoken = [
        each
        for each in tree.below(verb, "aux", "advmod")
        if each < verb and (tokens[each].tag == "MD" or tokens[each].lemma in _NEVER)
    ]
    return max(spoken, default=verb - 1) + 1
