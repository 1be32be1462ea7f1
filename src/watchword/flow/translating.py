"""A report put into another language by a language model, for somebody who wants to read it."""

from watchword.brief.wording.translating import (
    PROMPT,
    each_translation_batch,
    in_order,
    paragraphs_of,
    read_translations,
)
from watchword.consult import Answering
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.tally import Tally
from watchword.model.consultation import Consultation
from watchword.model.report import Report
from watchword.model.translation import TranslatedParagraph, Translation


def translate_report(
    report: Report, into: str, model: Answering, watch: Watcher = unwatched
) -> tuple[Translation, Consultation]:
    """Translate a report; where the model does not answer, paragraphs stay as they are.

    Args:
        report: the report.
        into: the language to put it into, in English ("English").
        model: what is asked.
        watch: is told how far it has come.

    Returns:
        The translation, and what came of asking, counted in paragraphs.
    """
    paragraphs = paragraphs_of(report)
    tally = Tally(model)
    found: dict[int, TranslatedParagraph] = {}
    for inquiry, batch in each_translation_batch(paragraphs, into):
        watch(Stand(step=Step.TRANSLATING, done=len(found), total=len(paragraphs)))
        answer = tally.answer(inquiry, len(batch))
        if answer is not None:
            found.update(read_translations(answer.text, batch))
    for each in found.values():
        if each.text is None:
            tally.drop(each.doubts[0])
        else:
            tally.offered += 1
    translation = Translation(
        report=report.key,
        into=into,
        model=model.name,
        prompt=PROMPT,
        paragraphs=in_order(paragraphs, found),
    )
    return translation, tally.consultation(PROMPT, len(paragraphs))
