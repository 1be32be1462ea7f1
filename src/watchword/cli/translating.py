"""`watchword model translate`: a report in another language, marked as what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from watchword.cli.asking import inputs_of
from watchword.cli.consulting import asked_model
from watchword.cli.progress import watching
from watchword.cli.screen import one_line, tell, tell_json, warn
from watchword.cli.unread import UnreadList
from watchword.config import read_settings
from watchword.errors import SettingsError, UnreadableError
from watchword.flow.running import each_collected
from watchword.flow.situation.showing import show_report
from watchword.flow.span_records import span_record
from watchword.flow.translating import translate_report
from watchword.model.consultation import Consultation
from watchword.model.report import Report, Unread
from watchword.model.translation import TranslatedParagraph, Translation
from watchword.workbench import Workbench

_LONGEST_LANGUAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateOrder:
    """What was asked for, as typed.

    Attributes:
        source: a path or an address, or the key of a report that the record holds.
        into: the language to put it into, in English.
        answers: folder of recorded answers.
        store: where the record is.
        as_json: whether to print JSON.
    """

    source: str
    into: str = "English"
    answers: Path | None = None
    store: str | None = None
    as_json: bool = False


def translate(order: TranslateOrder) -> None:
    """Print reports in another language, each paragraph with what is doubtful about it.

    Raises:
        SettingsError: if no model is set, or the language is no word.
        UnreadableError: if no report could be read.
    """
    if not order.into.replace(" ", "").isalpha() or len(order.into) > _LONGEST_LANGUAGE:
        raise SettingsError("this is no language", key="--to", mend="use its name, as English")
    model = asked_model(order.answers)
    reports = _reports(order)
    for report in reports:
        with watching() as watch:
            translation, consultation = translate_report(report, order.into, model, watch)
        if order.as_json:
            tell_json(_record(report, translation))
        else:
            for line in _lines(report, translation):
                tell(line)
        _warn(consultation)


def _reports(order: TranslateOrder) -> list[Report]:
    settings = read_settings()
    is_named = "://" in order.source or order.source == "-" or Path(order.source).exists()
    if not is_named:
        with (
            Workbench.open(order.store or settings.store, settings) as bench,
            bench.store.viewing() as view,
        ):
            return [show_report(view, order.source).report]
    found = list(each_collected(inputs_of((order.source,), None, settings)))
    UnreadList([each for each in found if isinstance(each, Unread)]).warn()
    reports = [each for each in found if isinstance(each, Report)]
    if not reports:
        raise UnreadableError("nothing could be read", key=order.source)
    return reports


def _lines(report: Report, translation: Translation) -> Iterator[str]:
    yield one_line(report.title or report.report_id)
    known = f"{one_line(report.outlet or 'outlet not named')}, key {report.key}"
    yield f"{known}, from “{report.language or 'a language not known'}”"
    by = one_line(translation.model)
    yield f"MACHINE TRANSLATION into {translation.into} by {by}: no claim is made of it"
    for each in translation.paragraphs:
        yield ""
        yield from _paragraph(each)
    yield ""


def _paragraph(paragraph: TranslatedParagraph) -> Iterator[str]:
    if paragraph.text is None:
        yield f"[not translated: {'; '.join(paragraph.doubts)}]"
        yield one_line(paragraph.original.quote)
        return
    yield one_line(paragraph.text)
    for doubt in paragraph.doubts:
        yield f"  ! {one_line(doubt)}"


def _record(report: Report, translation: Translation) -> dict[str, object]:
    return {
        "report_id": report.report_id,
        "report": report.key,
        "language": report.language,
        "into": translation.into,
        "machine_translated_by": translation.model,
        "prompt": translation.prompt,
        "paragraphs": [
            {
                "original": span_record(each.original),
                "text": each.text,
                "doubts": list(each.doubts),
            }
            for each in translation.paragraphs
        ],
    }


def _warn(consultation: Consultation) -> None:
    done = f"{consultation.kept:,} of {consultation.asked:,} paragraphs"
    warn(f"{done} translated by {one_line(consultation.model)}")
    for each in consultation.dropped:
        warn(f"  {each.count:,} dropped: {each.reason}")
    if consultation.unanswered:
        why = f": {one_line('; '.join(consultation.failed))}" if consultation.failed else ""
        warn(f"  no answer for {consultation.unanswered:,}{why}")
