"""What a request asks, read strictly: what would be passed over is refused by name."""

import base64
import binascii
import json
from collections.abc import Mapping, Set

from starlette.exceptions import HTTPException
from starlette.requests import Request

from watchword.desk.ask import Ask
from watchword.desk.entries import Uploaded
from watchword.errors import SettingsError

DEEPEST = 20
"""Lists and objects in one another that a body may have."""
JSON = "application/json"
_UPLOADED = {"name", "content_base64"}


def asked_in_address(request: Request, form: type[Ask]) -> dict[str, object]:
    """What an address asks, in its path and behind its question mark.

    Args:
        request: the request.
        form: what may be asked.

    Raises:
        SettingsError: if something is asked that cannot be.
    """
    given: dict[str, object] = {}
    for name in request.query_params:
        values = request.query_params.getlist(name)
        given[name] = values[0] if len(values) == 1 else values
    in_path = {name: value for name, value in request.path_params.items() if name != "situation"}
    _check_names(given, set(form.model_fields) - set(in_path), "parameter")
    return {**given, **in_path}


async def asked_in_body(request: Request, form: type[Ask], most: int) -> dict[str, object]:
    """What a body asks.

    A file is an object with its `name` and its `content_base64`.

    Args:
        request: the request.
        form: what may be asked.
        most: bytes of a body at most.

    Raises:
        HTTPException: if it is not JSON by its name (415), or too large (413).
        SettingsError: if it is no object, or says what cannot be said.
    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != JSON:
        raise HTTPException(415, f"the body has to be {JSON}", {"Accept-Post": JSON})
    given = _parsed(await _body(request, most))
    _check_names(given, set(form.model_fields), "field")
    return {name: _with_files(value) for name, value in given.items()}


def check_acceptable(request: Request, media: str = JSON) -> None:
    """See that an answer in some form is accepted.

    Raises:
        HTTPException: if it is not (406).
    """
    accepted = request.headers.get("accept", "*/*")
    ranges = [_range_of(each) for each in accepted.split(",") if each.strip()]
    kinds = {media, "*/*", f"{media.partition('/')[0]}/*"}
    weights = [weight for name, weight in ranges if name in kinds]
    if ranges and not any(weight > 0 for weight in weights):
        raise HTTPException(406, f"answers are {media}")


async def _body(request: Request, most: int) -> bytes:
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > most:
            raise HTTPException(413, f"a body has at most {most} bytes")
    return bytes(read)


def _parsed(body: bytes) -> dict[str, object]:
    try:
        given = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise SettingsError("the body is no JSON", key="body") from error
    if not isinstance(given, dict):
        raise SettingsError("the body has to be an object", key="body")
    if _depth(given) > DEEPEST:
        raise SettingsError(f"the body is more than {DEEPEST} deep", key="body")
    return given


def _depth(value: object) -> int:
    """How many lists and objects stand in one another; counting ends beyond what is allowed."""
    level: list[object] = [value]
    for depth in range(DEEPEST + 1):
        nested = [each for each in level if isinstance(each, dict | list)]
        if not nested:
            return depth
        level = [
            inner
            for each in nested
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return DEEPEST + 1


def _check_names(given: Mapping[str, object], known: Set[str], what: str) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        names = ", ".join(sorted(known))
        raise SettingsError(
            f"there is no such {what}", key=unknown[0][:100], mend=f"there are: {names}"
        )


def _with_files(value: object) -> object:
    if isinstance(value, list):
        return [_with_files(each) for each in value]
    if not isinstance(value, dict) or set(value) != _UPLOADED:
        return value
    try:
        content = base64.b64decode(str(value["content_base64"]), validate=True)
    except (binascii.Error, ValueError) as error:
        raise SettingsError("it is no base64", key="content_base64") from error
    return Uploaded(name=str(value["name"]), content=content)


def _range_of(words: str) -> tuple[str, float]:
    """A media range and its weight; a weight that is none counts as 1."""
    name, *parameters = (each.strip().lower() for each in words.split(";"))
    given = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return name, float(given)
    except ValueError:
        return name, 1.0
