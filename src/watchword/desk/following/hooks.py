"""Hooks: addresses by which other systems push reports, made and withdrawn by whoever manages."""

from watchword.config import secret
from watchword.desk.ask import Ask, Key, Line
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.seen import Seen
from watchword.flow.situation.hooks import PREFIX, SHORTEST, hooks_in, make_hook, withdraw_hook
from watchword.flow.span_records import Record
from watchword.flow.stamps import stamped
from watchword.model.hook import Hook
from watchword.model.principal import Right


class HookAsk(Ask):
    """A hook that is to be made.

    Attributes:
        name: what it is called.
        secret: name of the variable, where the server runs, with the key that requests are signed
            with.
    """

    name: Key
    secret: Line = ""


class HookKeyAsk(Ask):
    """The hook that something is done to.

    Attributes:
        key: its key.
    """

    key: Key


def find_hooks(seen: Seen, _ask: Ask) -> Record:
    """The hooks that hold, with what came of them."""
    with seen.view() as view:
        hooks = hooks_in(view)
    return {"hooks": [hook_record(seen.name, each) for each in hooks], "prefix": PREFIX}


def hook_record(situation: str, hook: Hook) -> Record:
    """A hook as it is shown; of its secret whether there is one here, and never the words."""
    told = secret(hook.secret)
    return {
        **stamped(hook),
        "address": f"/api/v1/hooks/{situation}/{hook.key}",
        "is_ready": told is not None and len(told) >= SHORTEST,
    }


def add(doing: Doing, ask: HookAsk) -> Record:
    """Let another system push reports from now on."""
    made = make_hook(doing.bench.store, ask.name, ask.secret, by=doing.by)
    return {
        "said": f"{made.name} may push reports to /api/v1/hooks/{doing.name}/{made.key}",
        "key": made.key,
        "at": "/feeds/hooks",
    }


def remove(doing: Doing, ask: HookKeyAsk) -> Record:
    """Take nothing any more from a hook; what it brought stays."""
    gone = withdraw_hook(doing.bench.store, ask.key)
    return {"said": f"nothing is taken from {gone.name} any more", "at": "/feeds/hooks"}


HOOKS = DeskView(
    name="hooks",
    summary="Addresses by which other systems push reports, and what came of them",
    asks=Ask,
    find=find_hooks,
    is_fresh=True,
    right=Right.MANAGE,
)
ADD_HOOK = Action(
    name="add-hook",
    summary="Let another system push reports from now on, signed with a secret of its own",
    asks=HookAsk,
    do=add,
    right=Right.MANAGE,
)
REMOVE_HOOK = Action(
    name="remove-hook",
    summary="Take nothing any more from a hook",
    asks=HookKeyAsk,
    do=remove,
    right=Right.MANAGE,
)
