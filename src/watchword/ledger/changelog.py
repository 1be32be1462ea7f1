"""The place where a lower floor is explained: the "Floors" list of the changelog."""

from watchword.ledger.floors import Sinking

_HEADING = "### Floors"


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
