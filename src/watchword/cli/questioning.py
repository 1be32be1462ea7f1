"""`watchword model`: which language model is set, and what it would ask of a brief."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from watchword.brief.wording.questions import Questions
from watchword.cli.consulting import asked_model, place_of
from watchword.cli.screen import many, one_line, tell, tell_json, warn
from watchword.config import read_settings, secret
from watchword.consult import RemoteModel
from watchword.flow.consulting import endpoint_of, is_answering
from watchword.flow.opening import open_brief
from watchword.flow.situation.standing import brief_of, find_brief
from watchword.flow.wording import question_brief
from watchword.model.brief import Brief
from watchword.model.claim import Claim
from watchword.model.open_question import OpenQuestion
from watchword.workbench import Workbench

_UNKNOWN = "at a name that leads nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOrder:
    """What was asked for, as typed.

    Attributes:
        brief: a file, or the key of a brief that the record keeps, or `last`.
        answers: folder of recorded answers.
        store: where the record is.
        as_json: whether to print JSON.
    """

    brief: Path
    answers: Path | None = None
    store: str | None = None
    as_json: bool = False


def show_model(*, check: bool, as_json: bool) -> None:
    """Print which model is set, and ask it something where that is wanted.

    Raises:
        SettingsError: if it is asked and none is set.
        UnansweredError: if it does not answer in the form that is asked for.
    """
    settings = read_settings()
    place = place_of(settings.lm_url) if settings.lm_url else None
    where = (place.value if place else _UNKNOWN) if settings.lm_url else None
    does_answer = is_answering(RemoteModel(endpoint_of(settings, secret))) if check else None
    if as_json:
        told = {"address": settings.lm_url or None, "model": settings.lm_model or None}
        tell_json({**told, "where": where, "answers": does_answer}, indent=2)
        return
    if where is None:
        tell("no language model is set: nothing is asked, and nothing leaves this machine")
        tell("set WATCHWORD_LM_URL and WATCHWORD_LM_MODEL to use one")
        return
    named = one_line(settings.lm_model) or "no model named: set WATCHWORD_LM_MODEL"
    tell(f"{named}, {where} ({one_line(settings.lm_url)})")
    tell("it is asked by `watchword brief --word` and `--order`, and by `watchword model`, alone")
    if check:
        tell("it answers in the form that is asked for")


def show_questions(order: QuestionOrder) -> None:
    """Print the questions that a model raises about a brief, each with what it is about.

    Raises:
        SettingsError: if no model is set.
        InvalidBriefError: if the file is no brief.
        UnansweredError: if the model does not answer.
    """
    brief = _brief(order)
    model = asked_model(order.answers)
    found = question_brief(brief, model)
    if order.as_json:
        tell_json(_record(found, brief, model.name), indent=2)
        return
    if not found.raised:
        tell(f"{one_line(model.name)} raises no question that may be shown")
    else:
        tell(f"Questions raised by a language model ({one_line(model.name)}); they state nothing:")
    for number, question in enumerate(found.raised, start=1):
        tell(f"\n{number}. {one_line(question.text)}")
        for line in _about(question, brief):
            tell(line)
    for reason, count in found.dropped.items():
        warn(f"{many(count, 'question')} dropped: {reason}")


def _brief(order: QuestionOrder) -> Brief:
    settings = read_settings()
    if order.brief.exists():
        return open_brief(order.brief, max_bytes=settings.max_bytes).brief()
    with Workbench.open(order.store or settings.store, settings) as bench:
        return brief_of(find_brief(bench.store, str(order.brief)))


def _about(question: OpenQuestion, brief: Brief) -> Iterator[str]:
    outlets = {report.key: report.outlet or report.report_id for report in brief.reports}
    claims = _claims(brief)
    for key in question.claims:
        claim = claims[key]
        outlet = one_line(outlets[claim.report])
        yield f"   {key}  {outlet}: “{one_line(claim.sentence.quote)}”"


def _record(found: Questions, brief: Brief, model: str) -> dict[str, object]:
    claims = _claims(brief)
    ids = {report.key: report.report_id for report in brief.reports}
    return {
        "model": model,
        "questions": [
            {
                "text": question.text,
                "prompt": question.prompt,
                "request": question.request,
                "claims": [
                    {
                        "claim_id": key,
                        "report_id": ids[claims[key].report],
                        "start": claims[key].sentence.start,
                        "end": claims[key].sentence.end,
                        "quote": claims[key].sentence.quote,
                    }
                    for key in question.claims
                ],
            }
            for question in found.raised
        ],
        "dropped": {reason.value: count for reason, count in found.dropped.items()},
    }


def _claims(brief: Brief) -> Mapping[str, Claim]:
    return {claim.key: claim for claim in brief.claims}
