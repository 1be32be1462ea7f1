"""`watchword briefs`: the briefs that a record keeps."""

from watchword.cli.screen import one_line, put_lines, tell
from watchword.config import read_settings
from watchword.store.briefs import each_brief
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


def show(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print every brief that is kept, oldest first, with the key that makes it again."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        kept = list(each_brief(view))
    if as_json:
        put_lines(
            {
                "key": each.key,
                "title": each.title,
                "as_of": each.as_of.isoformat(),
                "since": each.request.get("since"),
                "kept_at": each.at.isoformat(),
            }
            for each in kept
        )
        return
    for each in kept:
        tell(f"{each.key}  as of {each.as_of:%Y-%m-%d %H:%M}  {one_line(each.title)}")
