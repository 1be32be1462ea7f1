"""The place where a lower floor is explained: the "Floors" list of the changelog."""

from pathlib import Path

from watchword.errors import RefusedError
from watchword.ledger.floors_file import Sinking

_HEADING = "### Floors"


def keep_floors(
    path: Path, text: str, lowered: tuple[Sinking, ...], *, reason: str, changelog: Path
) -> None:
    """Write a floors file, and the reason for each lower floor to the changelog before it.

    Raises:
        RefusedError: if a file cannot be written.
    """
    try:
        if lowered:
            before = changelog.read_text("utf-8") if changelog.exists() else ""
            changelog.write_text(record_reason(before, reason, lowered), "utf-8")
        path.write_text(text, "utf-8")
    except OSError as error:
        raise RefusedError(
            f"the floors cannot be written: {error.strerror}",
            key=str(error.filename or path),
            mend="update floors in a checkout that you may write to",
        ) from error


def record_reason(changelog: str, reason: str, lowered: tuple[Sinking, ...]) -> str:
    """Give the changelog with the reason for lower floors under "Floors" of its newest part.

    The newest part is the first second-level heading; where there is none, "Unreleased" is made.
    """
    lines = changelog.rstrip("\n").split("\n") if changelog.strip() else ["# Changelog"]
    parts = [at for at, line in enumerate(lines) if line.startswith("## ")]
    if not parts:
        lines += ["", "## Unreleased"]
        parts = [len(lines) - 1]
    end = parts[1] if len(parts) > 1 else len(lines)
    newest = _with_entry(lines[parts[0] : end], _entry(reason, lowered))
    rest = ["", *lines[end:]] if end < len(lines) else []
    return "\n".join([*lines[: parts[0]], *newest, *rest]) + "\n"


def _entry(reason: str, lowered: tuple[Sinking, ...]) -> str:
    told = "; ".join(
        f"{each.group} {each.metric} from {each.floor:.3f} to "
        + ("none" if each.score is None else f"{each.score:.3f}")
        for each in lowered
    )
    return f"- {' '.join(reason.split())}: {told}."


def _with_entry(part: list[str], entry: str) -> list[str]:
    while not part[-1].strip():
        part = part[:-1]
    if _HEADING not in part:
        return [*part, "", _HEADING, "", entry]
    after = part.index(_HEADING) + 1
    while after < len(part) and not part[after].strip():
        after += 1
    gap = [""] if after < len(part) and not part[after].startswith("- ") else []
    return [*part[: part.index(_HEADING) + 1], "", entry, *gap, *part[after:]]
