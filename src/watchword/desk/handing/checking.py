"""Whether a sentence says no more than claims do, as each sentence of a brief is checked."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from watchword.brief.verify import check_sentence
from watchword.desk.ask import Ask, Key, Text
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.span_records import Record, span_record
from watchword.model.sentence import Sentence
from watchword.store.readings import each_reading, homes_of_claims


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class CheckAsk(Ask):
    """A sentence to be checked.

    Attributes:
        sentence: the sentence.
        claim: keys of the claims that it stands on.
    """

    sentence: Text = Field(min_length=1)
    claim: Annotated[tuple[Key, ...], BeforeValidator(_listed)] = Field(min_length=1, max_length=20)


def find_problems(seen: Seen, ask: CheckAsk) -> Record:
    """What of a sentence its claims do not bear out; nothing for one that may be written.

    Raises:
        MissingError: if a claim is not there.
    """
    with seen.view() as view:
        homes = homes_of_claims(view, ask.claim)
        read = tuple(each_reading(view, keys=sorted(set(homes.values()))))
    claims = {claim.key: claim for each in read for claim in each.extraction.claims}
    missing = [key for key in ask.claim if key not in claims]
    if missing:
        raise MissingError("there is no such claim", key=missing[0])
    cited = [claims[key] for key in dict.fromkeys(ask.claim)]
    sentence = Sentence(text=ask.sentence, claims=tuple(each.key for each in cited))
    problems = check_sentence(sentence, cited, {each.report.key: each.report for each in read})
    return {
        "sentence": ask.sentence,
        "is_borne_out": not problems,
        "problems": [{"rule": each.rule.value, "message": each.message} for each in problems],
        "claims": [
            {"claim": each.key, "report": each.report, "words": span_record(each.sentence)}
            for each in cited
        ],
    }


CHECK = DeskView(
    name="check-sentence",
    summary="Whether a sentence says no more than the claims that it stands on",
    asks=CheckAsk,
    find=find_problems,
)
