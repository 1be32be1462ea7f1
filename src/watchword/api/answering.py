"""How a view, an action or a file is answered over HTTP: tags, cursors, what is worked out yet."""

from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from watchword.api.cursors import Cursor, question_of, read_cursor, write_cursor
from watchword.api.problems import RETRY_S
from watchword.desk.entries import Answer, Made

PRIVATE = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
"""Whoever keeps an answer asks each time whether it still holds, and gives it to nobody else."""


def with_cursor(
    situation: str, view: str, given: Mapping[str, object]
) -> tuple[dict[str, object], str]:
    """What is asked of a view, its cursor opened; and the digest of the question.

    Raises:
        SettingsError: if the cursor is none, or of another question.
    """
    asked = dict(given)
    question = question_of(situation, view, asked)
    words = asked.get("cursor")
    if isinstance(words, str) and words:
        cursor = read_cursor(words, question)
        asked |= {"cursor": cursor.inner, "as_of": cursor.as_of}
    return asked, question


def looked(request: Request, view: str, question: str, answer: Answer) -> Response:
    """What a view shows: 200, or 304 where the one who asks has it already."""
    record = dict(answer.record)
    inner = record.pop("next", None)
    cursor = None
    if isinstance(inner, str):
        told = Cursor(question=question, as_of=answer.as_of.isoformat(), inner=inner)
        cursor = write_cursor(told)
    headers = dict(PRIVATE)
    if not answer.is_behind:
        headers["ETag"] = f'"{answer.tag}"'
    if cursor is not None:
        headers["Link"] = f'<{_next_page(request, cursor)}>; rel="next"'
    if not answer.is_behind and is_known(request, answer.tag):
        return Response(status_code=304, headers=headers)
    body = {
        "situation": request.path_params["situation"],
        "view": view,
        "as_of": answer.as_of.isoformat(),
        "is_behind": answer.is_behind,
        "next": cursor,
        "record": record,
    }
    return JSONResponse(body, headers=headers)


def worked_on(request: Request, view: str) -> Response:
    """That a view is being worked out: the same is to be asked again in a while."""
    body = {"situation": request.path_params["situation"], "view": view, "is_ready": False}
    return JSONResponse(body, 202, {"Retry-After": str(RETRY_S), "Cache-Control": "no-store"})


def handed_over(request: Request, made: Made) -> Response:
    """A file, to be kept and not shown."""
    tag = sha256(made.content).hexdigest()[:32]
    headers = {
        **PRIVATE,
        "ETag": f'"{tag}"',
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(made.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(made.content, media_type=made.media, headers=headers)


def is_known(request: Request, tag: str) -> bool:
    """Whether the one who asks has what bears a tag (`If-None-Match`)."""
    return _names(request.headers.get("if-none-match", ""), tag, weakly=True)


def check_unmoved(request: Request, tag: str) -> None:
    """See that something still bears the tag that a change is conditional on (`If-Match`).

    Raises:
        HTTPException: if it does not (412).
    """
    condition = request.headers.get("if-match")
    if condition is not None and not _names(condition, tag, weakly=False):
        raise HTTPException(412, "the record has moved on since; look again, then decide")


def _names(condition: str, tag: str, *, weakly: bool) -> bool:
    tags = [each.strip() for each in condition.split(",")]
    if weakly:
        tags = [each.removeprefix("W/") for each in tags]
    return "*" in tags or f'"{tag}"' in tags


def _next_page(request: Request, cursor: str) -> str:
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "cursor"]
    return f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)])}"
