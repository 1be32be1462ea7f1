"""One sentence against the claims it cites: the check a writer makes before it writes."""

from collections.abc import Iterator, Mapping, Sequence

from watchword.brief.verify.claims import check_claim
from watchword.brief.verify.evidence import Evidence, gather
from watchword.brief.verify.firmness import bands_in, check_firmness
from watchword.brief.verify.frame import find_frame
from watchword.brief.verify.problem import Problem, Rule
from watchword.brief.verify.quantities import check_dates, check_numbers
from watchword.brief.verify.speaker import check_speakers
from watchword.brief.verify.tokens import read_wording
from watchword.brief.verify.wording import Found, check_words
from watchword.model.brief import Likelihood
from watchword.model.claim import Claim, Modality
from watchword.model.report import Report
from watchword.model.sentence import Sentence

_ESTIMATES = frozenset(
    {Modality.ESTIMATED, Modality.PLANNED, Modality.CONDITIONAL, Modality.REPORTED}
)


def check_sentence(
    sentence: Sentence,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    *,
    likelihood: Likelihood | None = None,
) -> tuple[Problem, ...]:
    """Check a sentence, and the claims it cites against their own words.

    Args:
        sentence: the sentence.
        claims: claims by any key; those it cites are looked up among them.
        reports: reports by key.
        likelihood: the likelihood stated with the sentence.

    Returns:
        What is not borne out; empty for a sentence that may be written. `where` is empty.
    """
    cited = cited_claims(sentence, claims)
    found = list(_check_citation(sentence, cited, reports))
    if not found:
        for claim in cited:
            found += check_claim(claim, reports[claim.report])
        found += check_against(sentence, cited, reports, likelihood)
    return tuple(
        Problem(where="", sentence=sentence.text, rule=rule, message=message)
        for rule, message in dict.fromkeys(found)
    )


def cited_claims(sentence: Sentence, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that a sentence cites, in its order; unknown ones are left out."""
    by_key = {claim.key: claim for claim in claims}
    return tuple(by_key[key] for key in dict.fromkeys(sentence.claims) if key in by_key)


def check_against(
    sentence: Sentence,
    cited: Sequence[Claim],
    reports: Mapping[str, Report],
    likelihood: Likelihood | None,
) -> Iterator[Found]:
    """Find what the cited claims do not bear out in a sentence."""
    evidence = gather(cited, reports)
    wording = read_wording(sentence.text)
    if not any(letter.isalnum() for letter in sentence.text):
        yield Rule.WORD, "the sentence has no words"
        return
    frame = find_frame(wording, evidence)
    yield from check_words(wording, evidence, frame.members)
    yield from check_numbers(wording, evidence)
    yield from check_dates(wording, evidence)
    yield from check_speakers(wording, evidence, frame)
    yield from check_firmness(wording, evidence)
    if likelihood is not None:
        yield from _check_likelihood(likelihood, evidence)


def _check_citation(
    sentence: Sentence, cited: Sequence[Claim], reports: Mapping[str, Report]
) -> Iterator[Found]:
    if not sentence.claims:
        yield Rule.CITATION, "the sentence cites no claim"
    if len(cited) < len(set(sentence.claims)):
        yield Rule.CITATION, "the sentence cites a claim that is not there"
    for claim in cited:
        if claim.report not in reports:
            yield Rule.CITATION, "a cited claim's report is not there"


def _check_likelihood(likelihood: Likelihood, evidence: Evidence) -> Iterator[Found]:
    claim = next((claim for claim in evidence.claims if claim.key == likelihood.claim), None)
    if claim is None:
        yield Rule.LIKELIHOOD, "the likelihood stands on a claim that is not cited here"
        return
    if claim.modality not in _ESTIMATES:
        yield Rule.LIKELIHOOD, f"the likelihood stands on a claim that is {claim.modality}"
    stated = (likelihood.low, likelihood.high)
    bands = bands_in(read_wording(claim.sentence.quote))
    if not any(likelihood.term in band.terms and stated == (band.low, band.high) for band in bands):
        yield Rule.LIKELIHOOD, f"the cited words do not say “{likelihood.term}”"
