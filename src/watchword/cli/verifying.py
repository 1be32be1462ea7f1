"""`watchword verify`: a brief checked as it lies in its file."""

from pathlib import Path

import typer

from watchword.brief.verify import Problem, Verification
from watchword.cli.asking import inputs_of
from watchword.cli.exits import ExitCode
from watchword.cli.progress import watching
from watchword.cli.screen import many, one_line, tell, tell_json
from watchword.cli.unread import UnreadList
from watchword.config import Settings, read_settings
from watchword.flow.opening import open_brief
from watchword.flow.running import Stand, Step, texts_of


def check(
    file: Path, *, as_json: bool, sources: tuple[str, ...] = (), columns: str | None = None
) -> None:
    """Check a brief and tell what was found; it ends with 1 where something is not borne out."""
    settings = read_settings()
    opened = open_brief(file, max_bytes=settings.max_bytes)
    texts = _texts(sources, columns, settings)
    with watching() as watch:
        watch(Stand(step=Step.CHECKING))
        found = opened.verify(texts)
    if as_json:
        tell_json(_outcome(file, found), indent=2)
    else:
        for line in _lines(file, found):
            tell(line)
    if not found.ok:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def _texts(sources: tuple[str, ...], columns: str | None, settings: Settings) -> dict[str, str]:
    if not sources:
        return {}
    with watching() as watch:
        texts, unread = texts_of(inputs_of(sources, columns, settings), watch)
    UnreadList(unread).warn()
    return texts


def _lines(file: Path, found: Verification) -> list[str]:
    counts = (
        f"{found.sentences:,} sentences, {found.citations:,} citations, {found.spans:,} quotations"
        f" and {found.texts:,} texts checked"
    )
    told = [f"{one_line(str(file))}: {counts}"]
    if found.corrected:
        told.append(
            f"{many(found.corrected, 'claim')} put right by people, and taken at their word"
        )
    if found.ok:
        return [*told, "everything is borne out by the reports"]
    told += [line for problem in found.problems for line in _problem_lines(problem)]
    return [*told, many(len(found.problems), "problem")]


def _problem_lines(problem: Problem) -> list[str]:
    told = [f"{one_line(problem.where)}: {problem.rule}: {one_line(problem.message)}"]
    return [*told, f"    {one_line(problem.sentence)}"] if problem.sentence else told


def _outcome(file: Path, found: Verification) -> dict[str, object]:
    return {
        "file": str(file),
        "ok": found.ok,
        "sentences": found.sentences,
        "citations": found.citations,
        "spans": found.spans,
        "texts": found.texts,
        "corrected": found.corrected,
        "problems": [
            {
                "where": problem.where,
                "sentence": problem.sentence,
                "rule": problem.rule.value,
                "message": problem.message,
            }
            for problem in found.problems
        ],
    }
