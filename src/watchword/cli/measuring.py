"""`watchword ledger`: how good it is, against labelled reports and against altered briefs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from watchword.brief.mutate import Mutation, each_mutation
from watchword.brief.verify import verify
from watchword.cli.asking import inputs_of
from watchword.cli.exits import ExitCode
from watchword.cli.progress import watching
from watchword.cli.screen import one_line, tell, tell_json, warn
from watchword.cli.unread import UnreadList
from watchword.config import Settings, read_settings
from watchword.engines.carried import USUAL
from watchword.errors import InvalidBriefError, RefusedError, SettingsError, UnreadableError
from watchword.flow.briefing import Request, write_brief
from watchword.flow.opening import open_brief
from watchword.flow.running import Gathered, Stand, Step, Watcher, engine_of, gather
from watchword.ledger import LabelledReport, Outcome, measure, read_labelled
from watchword.ledger.floors import PACKAGED
from watchword.ledger.mutations import FLOOR, MutationScores, score_mutations, write_mutations
from watchword.ledger.reader import read_labelled_reports
from watchword.ledger.run import update
from watchword.ledger.table import SHOWN, outcome_to_json, write_report
from watchword.model.brief import Brief

EXAMPLE = Path("examples") / "troops-to-russia"

_CHECKOUT = PACKAGED.parents[3]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerOrder:
    """What was asked for, as typed.

    Attributes:
        sources: briefs, or reports to brief, for mutations.
        as_json: whether to print the scores as JSON.
        update: whether to raise the floors.
        reason: why a floor may sink.
        shown: how many failures to show, None for the usual number.
        only: heads of the model to measure, all where none is named.
        beside: folder of another model.
    """

    sources: tuple[str, ...] = ()
    as_json: bool = False
    update: bool = False
    reason: str = ""
    shown: int | None = None
    only: tuple[str, ...] = ()
    beside: Path | None = None


def measure_claims(order: LedgerOrder) -> None:
    """Score claims against the labelled reports; ends with 1 where a score sank."""
    if order.sources:
        raise SettingsError("claims are measured on labelled reports alone", key=order.sources[0])
    if order.reason and not order.update:
        raise SettingsError("a reason is for --update", key="--reason")
    refuse_what_is_for_the_model(order)
    settings = read_settings()
    labelled = read_labelled(settings.data)
    with watching() as watch:
        outcome = measure(labelled, lambda reports: _records(reports, settings, watch))
    if order.as_json:
        tell_json(outcome_to_json(outcome, shown=order.shown), indent=2)
    else:
        tell(write_report(outcome, shown=SHOWN if order.shown is None else order.shown).rstrip())
    if order.update:
        _update(outcome, order.reason)
    elif outcome.check.sunk:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def measure_mutations(order: LedgerOrder) -> None:
    """Alter briefs and count what the check catches; ends with 1 where that is too little."""
    if order.update or order.reason:
        raise SettingsError("the share of mutations has one floor for all", key="--update")
    refuse_what_is_for_the_model(order)
    missed: list[Mutation] = []
    with watching() as watch:
        briefs = briefs_in(order.sources or (example_situation(),), read_settings(), watch)
        scores = score_mutations(briefs, _Altering(watch, missed).each_outcome)
    shown = missed[: SHOWN if order.shown is None else order.shown]
    if order.as_json:
        tell_json(_scores(scores, shown), indent=2)
    else:
        tell(write_mutations(scores).rstrip())
        for line in _missed_lines(shown, len(missed)):
            tell(line)
    if not scores.passed:
        raise typer.Exit(ExitCode.FAILED_CHECK)


def refuse_what_is_for_the_model(order: LedgerOrder) -> None:
    """Refuse options that mean nothing here.

    Raises:
        SettingsError: if one of them is given.
    """
    for option, given in (("--only", order.only), ("--beside", order.beside)):
        if given:
            raise SettingsError("that is for `watchword ledger model`", key=option)


def _records(
    reports: Sequence[LabelledReport], settings: Settings, watch: Watcher
) -> Iterator[Mapping[str, object]]:
    def pass_on(done: int, total: int) -> None:
        watch(Stand(step=Step.READING, done=done, total=total))

    return read_labelled_reports(reports, engine_of(settings), pass_on)


def changelog_of_checkout() -> Path:
    """The changelog beside the floors, which are kept in a checkout.

    Raises:
        RefusedError: if this is no checkout, or another model reads than floors are kept for.
    """
    if read_settings().reader != USUAL:
        raise RefusedError(
            f"floors are kept for the {USUAL} reader alone", key="WATCHWORD_READER", mend="unset it"
        )
    if not (_CHECKOUT / "pyproject.toml").is_file():
        raise RefusedError("floors are kept in a checkout", key="--update", mend="run it in one")
    return _CHECKOUT / "CHANGELOG.md"


def _update(outcome: Outcome, reason: str) -> None:
    lowered = update(outcome, reason=reason, changelog=changelog_of_checkout())
    warn(f"floors written: {PACKAGED}")
    for each in lowered:
        warn(f"  lowered: {each}")


class _Altering:
    """Alters briefs, keeping what the check missed."""

    def __init__(self, watch: Watcher, missed: list[Mutation]) -> None:
        self._watch = watch
        self._missed = missed
        self._done = 0

    def each_outcome(self, brief: Brief) -> Iterator[tuple[str, bool]]:
        for mutation in each_mutation(brief):
            was_caught = not verify(mutation.document).ok
            if not was_caught:
                self._missed.append(mutation)
            self._done += 1
            self._watch(Stand(step=Step.ALTERING, done=self._done))
            yield mutation.kind, was_caught


def example_situation() -> str:
    """Where the example situation is.

    Raises:
        SettingsError: if this is no checkout.
    """
    for folder in (Path(), _CHECKOUT):
        if (folder / EXAMPLE).is_dir():
            return str(folder / EXAMPLE)
    raise SettingsError("no example situation is here", key="mutations", mend="name reports")


def briefs_in(sources: Sequence[str], settings: Settings, watch: Watcher) -> list[Brief]:
    """The briefs in files, and the brief of all other sources; each passes its check as it is.

    Raises:
        RefusedError: if one does not.
        UnreadableError: if nothing could be read.
    """
    opened = {source: _brief_in(source, settings) for source in sources}
    briefs = [brief for brief in opened.values() if brief is not None]
    others = tuple(source for source, brief in opened.items() if brief is None)
    if others:
        gathered = gather(inputs_of(others, None, settings), engine_of(settings), watch)
        briefs.append(_brief_of(gathered, watch))
    for brief in briefs:
        if not verify(brief).ok:
            raise RefusedError(
                "this brief fails the check as it is, so that altering it shows nothing",
                key=brief.title,
                mend="see `watchword verify`",
            )
    return briefs


def _brief_in(source: str, settings: Settings) -> Brief | None:
    """The brief in a file, None where the file is no brief."""
    if Path(source).suffix.lower() not in {".json", ".html", ".htm"} or "://" in source:
        return None
    try:
        opened = open_brief(Path(source), max_bytes=settings.max_bytes)
    except InvalidBriefError:
        return None
    return opened.brief()


def _brief_of(gathered: Gathered, watch: Watcher) -> Brief:
    UnreadList(gathered.unread).warn()
    if not gathered.read:
        raise UnreadableError("nothing could be read, so there is no brief to alter")
    watch(Stand(step=Step.WRITING))
    return write_brief(gathered.read, gathered.unread, Request())


def _scores(scores: MutationScores, missed: Sequence[Mutation]) -> dict[str, object]:
    return {
        "briefs": scores.briefs,
        "passed": scores.passed,
        "floor": FLOOR,
        "share": scores.total.value,
        "by_kind": {
            kind: {"hits": share.hits, "of": share.of, "value": share.value}
            for kind, share in scores.by_kind.items()
        },
        "missed": [
            {"kind": each.kind, "where": each.where, "before": each.before, "after": each.after}
            for each in missed
        ],
    }


def _missed_lines(shown: Sequence[Mutation], count: int) -> Iterator[str]:
    if not shown:
        return
    yield f"Not caught, {len(shown)} of {count}:"
    for each in shown:
        yield f"  {each.kind} at {each.where}"
        yield f"    before: {one_line(each.before)}"
        yield f"    after:  {one_line(each.after)}"
