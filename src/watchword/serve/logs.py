"""Log lines as JSON, with everything masked that would let somebody in."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

MASK = "[masked]"
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
"""What every record has; the rest is what the one who logs has added."""
_SECRET_NAMES = re.compile(
    r"pass(word|wd|phrase)?|secret|token|cookie|authorization|api[-_]?key|session|csrf|code"
    r"|id_token|state|nonce|signature",
    re.IGNORECASE,
)
_HARMLESS_NAMES = frozenset({"status_code", "error_code"})
_MASKS = (
    (re.compile(r"\bww_[A-Za-z0-9_-]{8,}"), MASK),
    (re.compile(r"\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]+", re.IGNORECASE), rf"\1 {MASK}"),
    (re.compile(r"(://[^/\s:@]*):[^/\s@]+@"), rf"\1:{MASK}@"),
    (
        re.compile(
            r"([?&;\s\"']|^)((?:[\w-]*(?:password|passwd|secret|token|api[-_]?key|csrf|session)"
            r"[\w-]*|code|state|nonce|__Host-watchword|watchword)=)[^&;\s\"']+",
            re.IGNORECASE,
        ),
        rf"\1\2{MASK}",
    ),
)


def masked(words: str) -> str:
    """Words without what would let somebody in.

    >>> masked("GET /x?token=abc&day=3 by Bearer ww_0123456789")
    'GET /x?token=[masked]&day=3 by Bearer [masked]'
    >>> masked("postgresql://ana:pw@db/x")
    'postgresql://ana:[masked]@db/x'
    """
    for pattern, instead in _MASKS:
        words = pattern.sub(instead, words)
    return words


class Masking(logging.Filter):
    """Masks a record before anything writes it, whoever logs it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message and all that was added; every record passes."""
        record.msg, record.args = masked(record.getMessage()), ()
        if record.exc_info:
            told = logging.Formatter().formatException(record.exc_info)
            record.exc_text, record.exc_info = masked(told), None
        for name, value in vars(record).items():
            if name not in _OWN:
                setattr(record, name, _masked_value(name, value))
        return True


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _OWN}
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=True, default=str)


def log_handler(stream: Any = None) -> logging.Handler:  # noqa: ANN401 - any stream of text
    """A handler that writes masked lines of JSON; to standard error unless told otherwise."""
    handler = logging.StreamHandler(stream)
    handler.addFilter(Masking())
    handler.setFormatter(JsonLines())
    return handler


def _masked_value(name: str, value: object) -> object:
    if _SECRET_NAMES.fullmatch(name) and name not in _HARMLESS_NAMES:
        return MASK
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {str(key): _masked_value(str(key), each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_masked_value("", each) for each in value]
    return value
