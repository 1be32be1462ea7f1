"""Which language model is asked: the one that the user set, its recorded answers, or none."""

from collections.abc import Callable
from pathlib import Path

from watchword.brief.support import support_of
from watchword.brief.wording.asking import schema_of
from watchword.brief.wording.judging import Judge
from watchword.brief.wording.offers import entries_in
from watchword.brief.wording.quoting import as_material
from watchword.config import LM_KEY, Settings
from watchword.consult import Answering, Endpoint, RecordedModel, RemoteModel
from watchword.engines.support import SupportEngine
from watchword.errors import SettingsError, UnansweredError
from watchword.model.inquiry import Inquiry

_MEND = "set WATCHWORD_LM_URL and WATCHWORD_LM_MODEL, as http://127.0.0.1:11434/v1 and llama3.2"

_TRIAL = Inquiry(
    prompt="trial/1",
    instruction='Answer with JSON alone: {"words": [{"text": "ready"}]}',
    material=as_material({"sentences": []}),
    schema=schema_of("words", {"text": {"type": "string"}}, 1),
    most_tokens=200,
)


def endpoint_of(settings: Settings, secret: Callable[[str], str | None]) -> Endpoint:
    """Where the language model is that the user set.

    Args:
        settings: what the user set.
        secret: gives the value of a variable that holds a password.

    Raises:
        SettingsError: if none is set.
    """
    if not settings.lm_url:
        raise SettingsError("no language model is set", key="WATCHWORD_LM_URL", mend=_MEND)
    return Endpoint(
        address=settings.lm_url,
        model=settings.lm_model,
        key=secret(LM_KEY),
        timeout_s=settings.lm_timeout_s,
        max_bytes=min(settings.max_bytes, 1_000_000),
    )


def model_of(
    settings: Settings, secret: Callable[[str], str | None], answers: Path | None
) -> Answering:
    """What is asked: the model that is set, its recorded answers first where there is a folder.

    Without an address, recorded answers alone are given, and nothing goes out.

    Raises:
        SettingsError: if neither a model nor a folder of answers is named, or no name of a model.
    """
    if not settings.lm_model:
        raise SettingsError("no language model is named", key="WATCHWORD_LM_MODEL", mend=_MEND)
    if not settings.lm_url and answers is not None and answers.is_dir():
        return RecordedModel(answers, settings.lm_model)
    remote = RemoteModel(endpoint_of(settings, secret))
    return remote if answers is None else RecordedModel(answers, settings.lm_model, remote)


def judge_of_wordings() -> Judge:
    """What judges a model's wordings: the rules, and how far the cited words bear them out."""
    engine = SupportEngine()
    return Judge(support=lambda text, evidence: support_of(text, evidence, engine).score)


def is_answering(model: Answering) -> bool:
    """Ask for one word that any model can give; whether it is given in the form asked for.

    Raises:
        UnansweredError: if there is no answer, or one in another form.
    """
    answer = model.answer(_TRIAL)
    if entries_in(answer.text, "words") is None:
        raise UnansweredError(
            "it answers, but not in the form that is asked for",
            key=model.name,
            mend="use a model that follows instructions, or a server that keeps it to a schema",
        )
    return True
