"""A whole brief, checked: its form, its texts, its claims, its sentences and its counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from watchword.brief.document import each_sentence, from_document, with_texts_from
from watchword.brief.document_form import JsonValue
from watchword.brief.verify.claims import check_claim, each_span
from watchword.brief.verify.counts import check_notice
from watchword.brief.verify.evidence import published_on
from watchword.brief.verify.problem import Problem, Rule, Verification
from watchword.brief.verify.quantities import value_of
from watchword.brief.verify.sentence import check_sentence
from watchword.brief.verify.sourcing import check_machines, check_sourcing
from watchword.brief.verify.titles import check_title
from watchword.brief.verify.weighing import Ground, check_weighing
from watchword.brief.verify.wording import Found
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief, Contest, Judgment
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.model.sentence import Sentence
from watchword.model.track import Point


def verify(
    document: Mapping[str, JsonValue] | Brief, *, texts: Mapping[str, str] | None = None
) -> Verification:
    """Check a brief against its reports.

    Args:
        document: the brief, or its JSON values.
        texts: texts of reports by their SHA-256, for a brief that was written without them.

    Returns:
        What is not borne out, and how much was checked. A document that is not in the published
        form is one problem; nothing raises.
    """
    try:
        brief = document if isinstance(document, Brief) else from_document(document)
    except InvalidBriefError as error:
        where = "/" + error.key.removeprefix("$").strip(".").replace(".", "/")
        problem = Problem(where=where, sentence="", rule=Rule.FORM, message=str(error))
        return Verification(problems=(problem,))
    brief = with_texts_from(brief, texts or {})
    reports = {report.key: report for report in brief.reports}
    sentences = tuple(each_sentence(brief))
    return Verification(
        problems=tuple(dict.fromkeys(_each_problem(brief, reports))),
        sentences=len(sentences),
        citations=sum(len(sentence.claims) for _, sentence in sentences),
        spans=sum(1 for claim in brief.claims for _ in each_span(claim)),
        texts=sum(bool(report.text) for report in brief.reports),
        corrected=sum(bool(claim.corrected) for claim in brief.claims),
    )


def _each_problem(brief: Brief, reports: Mapping[str, Report]) -> Iterator[Problem]:
    yield from _check_reports(brief)
    yield from _check_sources(brief)
    yield from _check_origins(brief)
    for number, claim in enumerate(brief.claims):
        if claim.report in reports:
            found = check_claim(claim, reports[claim.report])
            yield from _at(f"/claims/{number}", found, claim.sentence.quote)
        else:
            found = ((Rule.CITATION, "the claim's report is not there"),)
            yield from _at(f"/claims/{number}", found)
    yield from _check_sentences(brief, reports)
    yield from _check_titles(brief)
    for number, contest in enumerate(brief.contests):
        yield from _check_contest(f"/contests/{number}", contest, brief, reports)
    yield from _check_panels(brief)
    yield from _check_worded(brief, reports)
    yield from _check_edited(brief)
    for number, notice in enumerate(brief.notices):
        yield from _at(f"/notices/{number}", check_notice(brief, notice), notice.text)
    yield from _at("/sourcing", check_sourcing(brief), brief.sourcing)
    yield from _at("/machines", check_machines(brief))


def _at(where: str, found: Iterable[Found], sentence: str = "") -> Iterator[Problem]:
    for rule, message in found:
        yield Problem(where=where, sentence=sentence, rule=rule, message=message)


def _repeated(keys: Iterable[str]) -> list[str]:
    return [key for key, count in Counter(keys).items() if count > 1]


def _check_reports(brief: Brief) -> Iterator[Problem]:
    for number, report in enumerate(brief.reports):
        where = f"/reports/{number}/text"
        if not report.text:
            found = (Rule.TEXT, "the report's text is not at hand, so nothing can be followed")
            yield from _at(where, [found])
        elif sha256(report.text.encode(errors="replace")).hexdigest() != report.text_sha256:
            yield from _at(where, [(Rule.TEXT, "the text is not the one its digest is of")])
    for name, keys in (
        ("reports", [report.key for report in brief.reports]),
        ("claims", [claim.key for claim in brief.claims]),
    ):
        for key in _repeated(keys):
            yield from _at(f"/{name}", [(Rule.FORM, f"the key {key} is there twice")])


def _check_sources(brief: Brief) -> Iterator[Problem]:
    listed = {source.report for source in brief.sources}
    known = {report.key for report in brief.reports}
    numbers = [source.number for source in brief.sources]
    if sorted(numbers) != list(range(1, len(numbers) + 1)) or len(listed) != len(numbers):
        found = (Rule.CITATION, "sources are not numbered from one, each report once")
        yield from _at("/sources", [found])
    for report in sorted(listed - known):
        yield from _at("/sources", [(Rule.CITATION, f"the report {report} is not there")])
    for number, claim in enumerate(brief.claims):
        if claim.report not in listed:
            found = (Rule.CITATION, "the claim's report is not among the sources")
            yield from _at(f"/claims/{number}/report", [found])


def _check_origins(brief: Brief) -> Iterator[Problem]:
    known = {report.key for report in brief.reports}
    placed = [report for origin in brief.origins for report in origin.reports]
    for number, origin in enumerate(brief.origins):
        is_sound = set(origin.reports) <= known and origin.key in origin.reports
        if not is_sound:
            found = (Rule.CITATION, "an origin names a report that is not there")
            yield from _at(f"/origins/{number}", [found])
    for key in _repeated(placed):
        yield from _at("/origins", [(Rule.CITATION, f"the report {key} has two origins")])


def _check_sentences(brief: Brief, reports: Mapping[str, Report]) -> Iterator[Problem]:
    claims = {claim.key: claim for claim in brief.claims}
    judgments = {
        f"/judgments/{number}/sentence": judgment for number, judgment in enumerate(brief.judgments)
    }
    ground = Ground.of(brief)
    for where, sentence in each_sentence(brief):
        judgment = judgments.get(where)
        cited = [claims[key] for key in sentence.claims if key in claims]
        likelihood = judgment.likelihood if judgment else None
        for problem in check_sentence(sentence, cited, reports, likelihood=likelihood):
            if problem.rule not in {Rule.CLAIM, Rule.SPAN}:
                yield Problem(
                    where=where,
                    sentence=problem.sentence,
                    rule=problem.rule,
                    message=problem.message,
                )
        if judgment is not None:
            yield from _check_judgment(where, sentence, judgment)
            found = check_weighing(judgment, ground)
            yield from _at(where.replace("sentence", "weighed"), found, sentence.text)


def _check_worded(brief: Brief, reports: Mapping[str, Report]) -> Iterator[Problem]:
    """What a model worded is a sentence of the brief, and what it replaced stood the check too."""
    sentences = dict(each_sentence(brief))
    claims = {claim.key: claim for claim in brief.claims}
    for pointer in _repeated(wording.pointer for wording in brief.worded):
        yield from _at("/worded", [(Rule.FORM, f"{pointer} is worded twice")])
    for number, wording in enumerate(brief.worded):
        sentence = sentences.get(wording.pointer)
        if sentence is None:
            found = [(Rule.FORM, f"no sentence stands at {wording.pointer}")]
            yield from _at(f"/worded/{number}/pointer", found)
            continue
        before = Sentence(text=wording.instead_of, claims=sentence.claims)
        cited = [claims[key] for key in sentence.claims if key in claims]
        found = [(each.rule, each.message) for each in check_sentence(before, cited, reports)]
        yield from _at(f"/worded/{number}/instead_of", found, wording.instead_of)


def _check_edited(brief: Brief) -> Iterator[Problem]:
    """What a person worded is a sentence of the brief, and each of them once."""
    sentences = dict(each_sentence(brief))
    for pointer in _repeated(each.pointer for each in brief.edited):
        yield from _at("/edited", [(Rule.FORM, f"{pointer} is edited twice")])
    for number, each in enumerate(brief.edited):
        if each.pointer not in sentences:
            found = [(Rule.FORM, f"no sentence stands at {each.pointer}")]
            yield from _at(f"/edited/{number}/pointer", found)


def _check_judgment(where: str, sentence: Sentence, judgment: Judgment) -> Iterator[Problem]:
    if not any(letter.isalnum() for letter in judgment.basis):
        found = (Rule.CONFIDENCE, "the confidence has no basis")
        yield from _at(where.replace("sentence", "basis"), [found], sentence.text)


def _check_titles(brief: Brief) -> Iterator[Problem]:
    claims = {claim.key: claim for claim in brief.claims}
    for number, section in enumerate(brief.sections):
        told = [section.heading, *(s for paragraph in section.paragraphs for s in paragraph)]
        keys = dict.fromkeys(key for sentence in told for key in sentence.claims)
        cited = [claims[key] for key in keys if key in claims]
        yield from _at(f"/sections/{number}/title", check_title(section.title, cited))


def _check_contest(
    where: str, contest: Contest, brief: Brief, reports: Mapping[str, Report]
) -> Iterator[Problem]:
    claims = {claim.key: claim for claim in brief.claims}
    for number, point in enumerate(contest.track.points):
        claim = claims.get(point.claim)
        if claim is None or claim.report not in reports:
            found = [(Rule.CONTEST, "the point's claim is not there")]
        else:
            found = list(_check_point(point, claim, reports[claim.report]))
            found += _check_teller(point, claim, reports[claim.report], brief)
        yield from _at(f"{where}/track/points/{number}", found, contest.summary.text)
    points = {point.claim for point in contest.track.points}
    if not set(contest.summary.claims) <= points:
        found = [(Rule.CONTEST, "the summary cites a claim that is no point of the figure")]
        yield from _at(f"{where}/summary", found, contest.summary.text)


def _check_panels(brief: Brief) -> Iterator[Problem]:
    """Whether what panels and charts stand on is there, and every row has its cells."""
    known = {claim.key for claim in brief.claims}
    for number, panel in enumerate(brief.panels):
        for place, row in enumerate(panel.rows):
            where = f"/panels/{number}/rows/{place}"
            if len(row.cells) != len(panel.columns):
                yield from _at(where, [(Rule.FORM, "the row has not one cell for each column")])
            if not known.issuperset(row.claims):
                yield from _at(where, [(Rule.CITATION, "the row cites a claim that is not there")])
    for number, chart in enumerate(brief.charts):
        for place, point in enumerate(chart.points):
            if not known.issuperset(point.claims):
                found = (Rule.CITATION, "the point cites a claim that is not there")
                yield from _at(f"/charts/{number}/points/{place}", [found])


def _check_point(point: Point, claim: Claim, report: Report) -> Iterator[Found]:
    figures = {(*value_of(figure), figure.words) for figure in claim.figures}
    if (*value_of(point.figure), point.figure.words) not in figures:
        yield Rule.CONTEST, f"the claim does not give “{point.figure.words}”"
    day = published_on(report)
    if point.said_at is not None and day is not None and point.said_at.date() != day:
        yield Rule.CONTEST, "the point's day is not the day its report was published"


def _check_teller(point: Point, claim: Claim, report: Report, brief: Brief) -> Iterator[Found]:
    """Whether a point names one of the claim's chain, its outlet, or whose text that prints."""
    sources = {link.name for link in claim.attribution.links} | {report.outlet}
    sources |= {origin.name for origin in brief.origins if report.key in origin.reports}
    if point.source not in sources:
        yield Rule.CONTEST, f"{point.source} is not whom the claim comes from"
