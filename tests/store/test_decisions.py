"""The decisions on a subject, found without going through all."""

from watchword.model.decision import DecisionKind
from watchword.store import Store
from watchword.store.decisions import add_decision, decisions_on


def test_decisions_on_a_subject_come_with_their_undoings_and_no_others(store: Store) -> None:
    with store.writing() as writing:
        first = add_decision(writing, DecisionKind.GRADE, "Gulf Post", value="B", signed=("a", ""))
    with store.writing() as writing:
        add_decision(writing, DecisionKind.GRADE, "Strait Gazette", value="C", signed=("a", ""))
    with store.viewing() as view:
        then = view.as_of
    with store.writing() as writing:
        undone = add_decision(writing, DecisionKind.UNDO, first.key, signed=("b", ""))
    with store.writing() as writing:
        again = add_decision(writing, DecisionKind.UNDO, undone.key, signed=("a", ""))
    with store.viewing() as view:
        assert decisions_on(view, ["Gulf Post"]) == (first, undone, again)
        assert decisions_on(view, ["nobody"]) == ()
    with store.viewing(then) as view:
        assert decisions_on(view, ["Gulf Post"]) == (first,)
