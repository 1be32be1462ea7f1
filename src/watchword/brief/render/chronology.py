"""A chronology as Markdown: a heading for each day, footnotes with the quoted words."""

from watchword.brief.render.markdown import plain
from watchword.brief.render.words import day_and_hour, outlet_label, published_words
from watchword.model.chronology import Chronology, Dated, DayLine
from watchword.model.known import Known

_HOW = {
    Dated.TOLD: "",
    Dated.SAID: "said on that day",
    Dated.PUBLISHED: "day of publication",
}


def how_dated(line: DayLine) -> str:
    """How the day is known, whether it lay ahead, which claims deny it; empty where none holds."""
    told = [_HOW[line.dated]]
    told += [f"to {line.until.isoformat()}"] if line.until else []
    told += ["ahead when told"] if line.ahead else []
    told += [f"denied by {', '.join(line.denies)}"] if line.denies else []
    return ", ".join(each for each in told if each)


def render_chronology(chronology: Chronology, known: Known) -> str:
    """Write a chronology as Markdown; nothing that a report says becomes markup."""
    notes: list[str] = []
    parts = [f"# Timeline as of {day_and_hour(chronology.as_of)}"]
    for day in chronology.days:
        parts.append(f"## {day.day.isoformat()}")
        parts.append("\n".join(_bullet(line, notes, known) for line in day.lines))
    parts += notes
    return "\n\n".join(parts) + "\n"


def _bullet(line: DayLine, notes: list[str], known: Known) -> str:
    marks = "".join(_note(key, notes, known) for key in line.sentence.claims)
    how = how_dated(line)
    return f"- {plain(line.sentence.text)}{marks}" + (f" *({how})*" if how else "")


def _note(key: str, notes: list[str], known: Known) -> str:
    number = len(notes) + 1
    claim = known.claims[key]
    report = known.reports[claim.report]
    source = f"{outlet_label(report)}, {published_words(report.published)}, {report.report_id}"
    notes.append(f"[^{number}]: {plain(source)}: “{plain(claim.sentence.quote)}” (claim {key})")
    return f"[^{number}]"
