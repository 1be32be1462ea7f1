"""Comments and dissent on anything that has a key."""

from watchword.desk.ask import MOST, Ask, Key, OptionalKey, Text
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.seen import Seen
from watchword.flow.discussion_records import comment_record, thread_records
from watchword.flow.situation.discussing import (
    Saying,
    comments_in,
    is_addressed_to,
    say,
    take_back,
)
from watchword.flow.span_records import Record


class CommentsAsk(Ask):
    """What is asked of comments.

    Attributes:
        key: key of what they are on; all where None.
        to_me: only those that name whoever asks.
    """

    key: OptionalKey = None
    to_me: bool = False


class CommentAsk(Ask):
    """A comment that is made.

    Attributes:
        subject: key of what it is on.
        words: what it says.
        is_dissent: whether what it is on is held to be wrong.
        answers: key of the comment that it answers.
    """

    subject: Key
    words: Text
    is_dissent: bool = False
    answers: OptionalKey = None


class TakeBackAsk(Ask):
    """A comment that is taken back.

    Attributes:
        comment: its key.
    """

    comment: Key


def find_comments(seen: Seen, ask: CommentsAsk) -> Record:
    """The comments on one thing as threads, or the newest on all, dissents counted."""
    with seen.view() as view:
        found = comments_in(view, ask.key)
    if ask.to_me:
        found = tuple(each for each in found if is_addressed_to(each, seen.by))
    newest = [comment_record(each) for each in found[::-1][:MOST]]
    return {
        "subject": ask.key,
        "threads": thread_records(found) if ask.key and not ask.to_me else [],
        "newest": newest,
        "count": len(found),
        "dissents": sum(each.is_dissent for each in found),
    }


def comment(doing: Doing, ask: CommentAsk) -> Record:
    """Say something on something."""
    made = say(
        doing.bench.store,
        Saying(
            subject=ask.subject,
            words=ask.words,
            is_dissent=ask.is_dissent,
            answers=ask.answers or "",
            by=doing.by,
        ),
    )
    told = "your dissent stands beside it" if made.is_dissent else "your comment stands beside it"
    return {"said": told, "comment": made.key}


def take_comment_back(doing: Doing, ask: TakeBackAsk) -> Record:
    """Take a comment of one's own back."""
    gone = take_back(doing.bench.store, ask.comment, by=doing.by)
    return {"said": "your comment is taken back", "comment": gone.key}


COMMENTS = DeskView(
    name="comments",
    summary="What people say on something, or on anything",
    asks=CommentsAsk,
    find=find_comments,
    is_personal=True,
)
COMMENT = Action(
    name="comment", summary="Comment on something, or dissent", asks=CommentAsk, do=comment
)
TAKE_BACK = Action(
    name="take-comment-back",
    summary="Take a comment of one's own back",
    asks=TakeBackAsk,
    do=take_comment_back,
)
