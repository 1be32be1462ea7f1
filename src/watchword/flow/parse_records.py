"""A sentence as an engine read it, as the plain record that `watchword parse --json` prints."""

from watchword.flow.span_records import Record
from watchword.model.reading import Marking, Reading, Token
from watchword.model.report import Report
from watchword.text.sentences import Sentence


def parse_record_of(sentence: Sentence, reading: Reading, report: Report) -> Record:
    """The record of a sentence; what the engine does not look for is null or left out."""
    return {
        "report_id": report.report_id,
        "sentence": report.text[sentence.start : sentence.end],
        "start": sentence.start,
        "end": sentence.end,
        "tokens": [_token(token) for token in reading.tokens],
        "markings": {
            marking.scheme: [
                {
                    "start": phrase.start,
                    "end": phrase.end,
                    "label": phrase.label,
                    "confidence": phrase.confidence,
                    "words": words_of(phrase.start, phrase.end, reading, report),
                }
                for phrase in marking.phrases
            ]
            for marking in reading.markings
        },
        "links": {marking.scheme: _links(marking) for marking in reading.markings},
        "traits": {each.kind: each.probability for each in reading.traits},
        "made_by": reading.made_by,
    }


def words_of(start: int, end: int, reading: Reading, report: Report) -> str:
    """Some words of a sentence as the report has them."""
    first, last = reading.tokens[start], reading.tokens[end - 1]
    return report.text[first.start : last.end]


def _token(token: Token) -> Record:
    return {
        "text": token.text,
        "start": token.start,
        "end": token.end,
        "tag": token.tag,
        "word_class": token.word_class,
        "features": token.features,
        "lemma": token.lemma,
        "head": token.head,
        "relation": token.relation,
        "factuality": token.factuality,
        "status": token.status,
    }


def _links(marking: Marking) -> list[Record]:
    places = {phrase: place for place, phrase in enumerate(marking.phrases)}
    return [
        {"kind": link.kind, "first": places[link.first], "second": places[link.second]}
        for link in marking.links
    ]
