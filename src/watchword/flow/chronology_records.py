"""Days and digests as the plain records that `timeline --json` and `digest --json` print."""

from collections.abc import Iterator, Sequence

from watchword import __version__
from watchword.flow.span_records import Record, span_record
from watchword.model.chronology import Chronology, DayLine
from watchword.model.digest import Digest, DigestLine
from watchword.model.known import Known
from watchword.model.sentence import Sentence

MADE_BY = f"watchword-timeline {__version__}"
DIGESTED_BY = f"watchword-digest {__version__}"


def chronology_records(chronology: Chronology, known: Known) -> Iterator[Record]:
    """The record of each day, the earliest first."""
    names = {origin.key: origin.name for origin in known.origins}
    for day in chronology.days:
        yield {
            "day": day.day.isoformat(),
            "weight": day.weight,
            "origins": _named(day.origins, names),
            "later": list(day.later),
            "lines": [_day_line(line, known) for line in day.lines],
            "left_out": day.left_out,
            "as_of": chronology.as_of.isoformat(),
            "made_by": MADE_BY,
        }


def digest_records(digest: Digest, known: Known) -> Iterator[Record]:
    """The record of each sentence of a digest, in its order."""
    for line in digest.lines:
        yield _digest_line(line, digest, known)


def cited_of(sentence: Sentence, known: Known) -> list[Record]:
    """The record of each claim that a sentence stands on."""
    return [_cited(key, known) for key in sentence.claims]


def _named(keys: Sequence[str], names: dict[str, str]) -> list[Record]:
    return [{"key": key, "name": names.get(key, "")} for key in keys]


def _day_line(line: DayLine, known: Known) -> Record:
    return {
        "text": line.sentence.text,
        "finding_id": line.finding,
        "dated": line.dated.value,
        "words": line.words,
        "until": line.until.isoformat() if line.until else None,
        "ahead": line.ahead,
        "importance": line.importance,
        "origins": list(line.origins),
        "denied_by": list(line.denies),
        "claims": cited_of(line.sentence, known),
    }


def _digest_line(line: DigestLine, digest: Digest, known: Known) -> Record:
    report = known.reports[line.report]
    return {
        "text": line.sentence.text,
        "report_id": report.report_id,
        "outlet": report.outlet,
        "published": report.published.at.isoformat() if report.published.at else None,
        "place": line.place,
        "weight": round(line.weight, 6),
        "claims": cited_of(line.sentence, known),
        "as_of": digest.as_of.isoformat(),
        "made_by": DIGESTED_BY,
    }


def _cited(key: str, known: Known) -> Record:
    claim = known.claims[key]
    report = known.reports[claim.report]
    return {
        "claim_id": key,
        "report_id": report.report_id,
        "outlet": report.outlet,
        "source_chain": [link.name for link in claim.attribution.links],
        "modality": claim.modality.value,
        "spans": {"sentence": span_record(claim.sentence), "content": span_record(claim.content)},
    }
