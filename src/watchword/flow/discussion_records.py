"""Comments, tasks and marks as the plain records that the doors give."""

from collections.abc import Sequence

from watchword.flow.span_records import Record
from watchword.model.comment import Assignment, Comment
from watchword.model.marking import Marking


def comment_record(comment: Comment) -> Record:
    """A comment: what, on what, by whom, when."""
    return {
        "key": comment.key,
        "subject": comment.subject,
        "words": comment.words,
        "is_dissent": comment.is_dissent,
        "answers": comment.answers or None,
        "by": comment.by,
        "at": comment.at.isoformat(),
    }


def thread_records(comments: Sequence[Comment]) -> list[Record]:
    """Comments with the answers to each below it; answers to one that is gone stand alone."""
    known = {each.key for each in comments}
    below: dict[str, list[Comment]] = {}
    for each in comments:
        below.setdefault(each.answers if each.answers in known else "", []).append(each)
    return [_thread(each, below) for each in below.get("", ())]


def assignment_record(assignment: Assignment) -> Record:
    """A task: what, on what, whose, whether it is done."""
    return {
        "key": assignment.key,
        "subject": assignment.subject,
        "task": assignment.task,
        "to": assignment.to or None,
        "is_done": assignment.is_done,
        "by": assignment.by,
        "at": assignment.at.isoformat(),
    }


def marking_record(marking: Marking) -> Record:
    """A mark: on what, how far it lets it go, by whom, why."""
    return {
        "subject": marking.subject,
        "tlp": marking.tlp.value,
        "by": marking.by,
        "why": marking.why,
        "at": marking.at.isoformat(),
    }


def _thread(comment: Comment, below: dict[str, list[Comment]]) -> Record:
    answers = [_thread(each, below) for each in below.get(comment.key, ())]
    return {**comment_record(comment), "below": answers}
