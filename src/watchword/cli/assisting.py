"""`watchword mcp`: a situation for an assistant, over standard input and output."""

from collections.abc import Sequence
from importlib.util import find_spec

from watchword.config import read_settings
from watchword.desk.desk import Desk, open_situations
from watchword.desk.working import WorkerHere
from watchword.errors import MissingExtraError
from watchword.model.principal import whoever_is_here
from watchword.serve.running import name_of
from watchword.store.opening import title_of

_LIBRARY = "mcp"


def serve_assistant(stores: Sequence[str], *, may_decide: bool) -> None:
    """Serve the assistant that started this process, until it ends it.

    Raises:
        MissingExtraError: if the library that speaks the protocol is not installed.
        StoreError: if a record cannot be opened.
    """
    if find_spec(_LIBRARY) is None:
        raise MissingExtraError(
            "serving an assistant needs the mcp library",
            key=_LIBRARY,
            mend="pip install 'watchword[mcp]'",
        )
    from watchword.mcp.serving import serve_over_stdio  # noqa: PLC0415 - an extra, slow to import

    settings = read_settings()
    locations = {name_of(each): each for each in stores or (settings.store,)}
    situations = open_situations(locations, settings, lambda bench: title_of(bench.store))
    desk = Desk(situations, WorkerHere(settings), settings)
    try:
        serve_over_stdio(desk, whoever_is_here(settings.user or "you"), may_decide=may_decide)
    finally:
        desk.close()
