"""`watchword brief`: reports in, a brief out, checked as it was written."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import typer

from watchword.brief.document import to_json
from watchword.brief.document_form import to_plain
from watchword.brief.verify import Problem, Verification
from watchword.cli.asking import inputs_of
from watchword.cli.brief_form import form_asked
from watchword.cli.brief_order import BriefOrder, ModelOrder, RecordOrder, Shape
from watchword.cli.briefing_record import brief_record
from watchword.cli.consulting import check_wording, consulted_lines, worded
from watchword.cli.exits import ExitCode
from watchword.cli.options import Format
from watchword.cli.outputs import Output, plan_outputs, rendered, write_whole
from watchword.cli.progress import watching
from watchword.cli.scenario_place import load
from watchword.cli.screen import many, one_line, put, tell_json, warn
from watchword.cli.unread import UnreadList
from watchword.config import Settings, read_settings
from watchword.errors import SettingsError
from watchword.flow.briefing import Before, Request, write_brief
from watchword.flow.forming import Form
from watchword.flow.opening import open_brief, read_brief
from watchword.flow.running import Gathered, Stand, Step, Watcher, engine_of, gather
from watchword.flow.situation.scoping import Asked
from watchword.model.brief import Brief

__all__ = ["BriefOrder", "ModelOrder", "RecordOrder", "Shape", "write"]

_MOST_PROBLEMS = 10
_SINCE = "give a brief that was written as JSON or HTML, or a day, as 2024-10-24"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A brief with what became of it.

    Attributes:
        brief: the brief.
        contents: each output with its bytes.
        verification: what the check of the written brief found.
    """

    brief: Brief
    contents: tuple[tuple[Output, bytes], ...]
    verification: Verification


def write(order: BriefOrder) -> None:
    """Write a brief, check it as it lies there, and tell what was done."""
    settings = read_settings()
    check_wording(order, settings)
    outputs = plan_outputs(order.outputs, order.form)
    _check_standard_output(order, outputs)
    with watching() as watch:
        gathered, brief = _made(order, settings, watch)
        written = _write(brief, outputs, (order, watch)) if brief else None
    if written is None:
        UnreadList(gathered.unread).warn()
        warn("watchword: nothing could be read, so there is no brief")
        raise typer.Exit(ExitCode.NOTHING_READ)
    for output, content in written.contents:
        if output.place is None:
            put(content)
    _tell_outcome(order, gathered, written)
    if not written.verification.ok:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def _check_standard_output(order: BriefOrder, outputs: Sequence[Output]) -> None:
    to_standard = [output for output in outputs if output.place is None]
    if len(to_standard) > 1 or (to_standard and order.as_json):
        raise SettingsError("standard output takes one thing", key="-o", mend="name a file")
    form = to_standard[0].form if to_standard else None
    if form in {Format.PDF, Format.DOCX} and sys.stdout.isatty():
        message = f"{form.upper()} is not for a terminal"
        raise SettingsError(message, key="--format", mend="give -o FILE")


def _made(order: BriefOrder, settings: Settings, watch: Watcher) -> tuple[Gathered, Brief | None]:
    """What was read, and the brief of it; None where nothing was."""
    if not order.sources:
        return brief_record(order, settings, watch)
    if order.record.rebuild or order.record.store:
        option = "--rebuild" if order.record.rebuild else "--store"
        raise SettingsError("a brief is of paths or of a record, not of both", key=option)
    if order.record.asked != Asked():
        raise SettingsError("a part is briefed of a record alone", key="--actor", mend="collect")
    engine = engine_of(settings)
    form = form_asked(order, engine)
    if form.is_compared and order.since is None:
        raise SettingsError(
            "it tells what changed since an earlier brief, or a day", key="--since", mend=_SINCE
        )
    inputs = inputs_of(order.sources, order.columns, settings)
    request = _compared(
        Request(
            title=order.title,
            as_of=order.instant,
            plan=form.plan,
            focus=form.focus,
            scenarios=tuple(map(load, order.scenarios)),
        ),
        order,
        (form, settings),
    )
    gathered = gather(inputs, engine, watch, events=engine)
    watch(Stand(step=Step.WRITING))
    if not gathered.read:
        return gathered, None
    return gathered, worded(write_brief(gathered.read, gathered.unread, request), order, watch)


def _compared(request: Request, order: BriefOrder, around: tuple[Form, Settings]) -> Request:
    """The request with what it is compared with: an earlier brief, or what was known on a day."""
    form, settings = around
    if order.since is None:
        return request
    if order.since_day is not None:
        return replace(request, before=Before(as_of=order.since_day))
    earlier = open_brief(order.since, max_bytes=settings.max_bytes).brief()
    if form.is_compared:
        return replace(request, before=Before(as_of=earlier.as_of))
    return replace(request, earlier=earlier)


def _write(brief: Brief, outputs: Sequence[Output], around: tuple[BriefOrder, Watcher]) -> Written:
    order, watch = around
    contents = tuple(
        (output, rendered(brief, output.form, with_texts=not order.no_texts)) for output in outputs
    )
    for output, content in contents:
        if output.place is not None:
            write_whole(output.place, content)
    watch(Stand(step=Step.CHECKING))
    return Written(brief=brief, contents=contents, verification=_check(brief, contents))


def _check(brief: Brief, contents: Sequence[tuple[Output, bytes]]) -> Verification:
    """Check what was written, as it lies there; of the others the document behind them."""
    texts = {report.text_sha256: report.text for report in brief.reports}
    checked = [
        read_brief(_as_it_lies(output, content), name=output.name).verify(texts)
        for output, content in contents
        if output.form in {Format.HTML, Format.JSON}
    ]
    if not checked:
        checked = [read_brief(to_json(brief).encode(), name="the brief").verify()]
    failed = [each for each in checked if not each.ok]
    return (failed or checked)[0]


def _as_it_lies(output: Output, content: bytes) -> bytes:
    is_file = output.place is not None and output.place.is_file()
    return output.place.read_bytes() if output.place is not None and is_file else content


def _tell_outcome(order: BriefOrder, gathered: Gathered, written: Written) -> None:
    if order.as_json:
        tell_json(_outcome(gathered, written), indent=2)
    for line in _summary(gathered, written):
        warn(line)
    for line in consulted_lines(written.brief):
        warn(line)
    UnreadList(gathered.unread).warn()
    _warn_of_problems(written.verification.problems)
    places = [output.name for output, _ in written.contents if output.place is not None]
    if places:
        warn(f"written: {', '.join(map(one_line, places))}")


def _summary(gathered: Gathered, written: Written) -> tuple[str, str]:
    checked, refused = written.verification, len(written.brief.refused)
    state = "each verified" if checked.ok else "NOT VERIFIED"
    return (
        f"{many(len(gathered.read), 'report')} read, {many(gathered.claims, 'claim')} found",
        f"{many(checked.sentences, 'sentence')} written, {state}; {refused:,} refused",
    )


def _warn_of_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    warn(f"THE BRIEF FAILS ITS OWN CHECK, do not hand it on: {many(len(problems), 'problem')}")
    for problem in problems[:_MOST_PROBLEMS]:
        warn(f"  {problem.where}: {problem.rule}: {one_line(problem.message)}")
    if len(problems) > _MOST_PROBLEMS:
        warn(f"  and {len(problems) - _MOST_PROBLEMS:,} more; see `watchword verify`")


def _outcome(gathered: Gathered, written: Written) -> dict[str, object]:
    brief, checked = written.brief, written.verification
    return {
        "title": brief.title,
        "template": brief.template,
        "length": brief.length.value,
        "as_of": brief.as_of.isoformat().replace("+00:00", "Z"),
        "reports": len(gathered.read),
        "claims": gathered.claims,
        "sentences": checked.sentences,
        "refused": [
            {"text": refusal.text, "reasons": list(refusal.reasons)} for refusal in brief.refused
        ],
        "unread": [
            {"found_at": each.found_at, "reason": each.reason, "count": each.count}
            for each in gathered.unread
        ],
        "verified": checked.ok,
        "problems": len(checked.problems),
        "consulted": [to_plain(each) for each in brief.consulted],
        "written": [
            {
                "file": output.name,
                "format": output.form.value,
                "bytes": len(content),
                "sha256": sha256(content).hexdigest(),
            }
            for output, content in written.contents
        ],
    }
