"""What a person sees where something went wrong."""

from fastapi.responses import HTMLResponse

from watchword.errors import WatchwordError
from watchword.web.rendering import environment

TITLES = {
    400: "That cannot be asked",
    403: "You may not do this",
    404: "There is no such thing here",
    413: "That is too large",
    429: "Too many requests",
    500: "Something went wrong",
    503: "The record cannot be reached",
}


def trouble_page(status: int, error: WatchwordError) -> HTMLResponse:
    """The page that tells an error: what is wrong, where, and how to mend it."""
    words = {"words": str(error.args[0]), "key": error.key, "mend": error.mend}
    title = TITLES.get(status, "That was not done")
    page = environment().get_template("trouble.html.jinja").render(title=title, **words)
    return HTMLResponse(page, status)
