"""Where a brief comes from as PROV-JSON: report, span, claim, judgment, sentence, brief.

After W3C's PROV-DM (2013) and the PROV-JSON submission of the same year. Each sentence is derived
from its claims, each claim from the words it was found in, these from their report; machines and
outlets are agents.
"""

from collections.abc import Iterable, Iterator, Mapping

from watchword.exchange.identifiers import HOME
from watchword.exchange.lines import Json, json_file
from watchword.model.brief import Brief
from watchword.model.claim import Claim
from watchword.model.report import Report, Status
from watchword.model.sentence import Sentence
from watchword.model.tlp import Tlp

_PREFIXES: Mapping[str, str] = {
    "ww": f"{HOME}/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
}


def write_prov(
    brief: Brief, sentences: Iterable[tuple[str, Sentence]], *, key: str, mark: Tlp = Tlp.CLEAR
) -> bytes:
    """Write the provenance of a brief.

    Args:
        brief: the brief, with its claims and reports.
        sentences: each sentence that has to be cited, after its JSON pointer in the brief.
        key: what the brief is kept under, or the digest of its file.
        mark: how far it may go on.
    """
    graph = _Graph()
    _add_brief(graph, brief, key, mark)
    for report in brief.reports:
        _add_report(graph, report)
    for claim in brief.claims:
        _add_claim(graph, claim)
    _add_sentences(graph, brief, key, sentences)
    return json_file({"prefix": dict(_PREFIXES), **graph.told()})


class _Graph:
    """Statements of PROV by their kind; relations are numbered in the order they are made."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, Json]] = {}
        self._count = 0

    def add(self, kind: str, name: str, **told: object) -> None:
        """State something that has a name; said twice, it is stated once."""
        kept = {each: value for each, value in told.items() if value is not None}
        named = {each.replace("__", ":"): value for each, value in kept.items()}
        self._told.setdefault(kind, {}).setdefault(name, named)

    def relate(self, kind: str, **told: object) -> None:
        """State a relation."""
        self._count += 1
        named = {each.replace("__", ":"): value for each, value in told.items()}
        self._told.setdefault(kind, {})[f"_:r{self._count}"] = named

    def told(self) -> Json:
        """Everything that was stated."""
        return self._told


def _add_brief(graph: _Graph, brief: Brief, key: str, mark: Tlp) -> None:
    graph.add(
        "entity",
        f"ww:brief-{key}",
        prov__type="ww:Brief",
        dcterms__title=brief.title,
        ww__as_of=_time(brief.as_of.isoformat()),
        ww__tlp=mark.value,
    )
    graph.add("activity", f"ww:writing-{key}", prov__type="ww:Writing")
    agent = _machine(graph, brief.made_by)
    for machine in brief.machines:
        _machine(graph, machine.name, did=machine.did)
    graph.relate(
        "wasGeneratedBy", prov__entity=f"ww:brief-{key}", prov__activity=f"ww:writing-{key}"
    )
    graph.relate("wasAssociatedWith", prov__activity=f"ww:writing-{key}", prov__agent=agent)


def _add_report(graph: _Graph, report: Report) -> None:
    name = f"ww:report-{report.key}"
    at = report.published.at
    graph.add(
        "entity",
        name,
        prov__type="ww:Report",
        dcterms__title=report.title,
        dcterms__publisher=report.outlet,
        dcterms__language=report.language,
        dcterms__source=report.address,
        dcterms__issued=_time(at.isoformat()) if at else None,
        ww__text_sha256=report.text_sha256,
        ww__raw_sha256=report.raw_sha256,
        ww__withdrawn=None if report.status is Status.USABLE else True,
    )
    if report.outlet:
        outlet = f"ww:outlet-{_slug(report.outlet)}"
        graph.add("agent", outlet, prov__type="prov:Organization", prov__label=report.outlet)
        graph.relate("wasAttributedTo", prov__entity=name, prov__agent=outlet)


def _add_claim(graph: _Graph, claim: Claim) -> None:
    span, name = claim.content, f"ww:claim-{claim.key}"
    words = f"ww:span-{span.report}-{span.start}-{span.end}"
    graph.add(
        "entity",
        words,
        prov__type="ww:Span",
        prov__value=span.quote,
        oa__start=span.start,
        oa__end=span.end,
        ww__sha256=span.digest,
    )
    graph.relate(
        "wasDerivedFrom",
        prov__generatedEntity=words,
        prov__usedEntity=f"ww:report-{span.report}",
        prov__type="prov:Quotation",
    )
    graph.add(
        "entity",
        name,
        prov__type="ww:Claim",
        ww__modality=claim.modality.value,
        ww__sentence=claim.sentence.quote,
        ww__source_chain=" < ".join(link.name for link in claim.attribution.links) or None,
    )
    graph.relate("wasDerivedFrom", prov__generatedEntity=name, prov__usedEntity=words)
    graph.relate("wasAttributedTo", prov__entity=name, prov__agent=_machine(graph, claim.made_by))


def _add_sentences(
    graph: _Graph, brief: Brief, key: str, sentences: Iterable[tuple[str, Sentence]]
) -> None:
    told = {claim.key for claim in brief.claims}
    judged = _judgments(graph, brief, key)
    for pointer, sentence in sentences:
        name = f"ww:sentence-{key}{pointer.replace('/', '-')}"
        graph.add(
            "entity",
            name,
            prov__type="ww:Sentence",
            prov__value=sentence.text,
            ww__pointer=pointer,
        )
        graph.relate("hadMember", prov__collection=f"ww:brief-{key}", prov__entity=name)
        if pointer in judged:
            graph.relate(
                "wasDerivedFrom", prov__generatedEntity=name, prov__usedEntity=judged[pointer]
            )
        for claim in _cited(sentence, told):
            graph.relate("wasDerivedFrom", prov__generatedEntity=name, prov__usedEntity=claim)


def _judgments(graph: _Graph, brief: Brief, key: str) -> Mapping[str, str]:
    """State each judgment, and give its name by the pointer of its sentence."""
    told = {claim.key for claim in brief.claims}
    named: dict[str, str] = {}
    for number, judgment in enumerate(brief.judgments):
        name = f"ww:judgment-{key}-{number}"
        likelihood = judgment.likelihood
        graph.add(
            "entity",
            name,
            prov__type="ww:Judgment",
            ww__confidence=judgment.confidence.value,
            ww__basis=judgment.basis,
            ww__credibility=judgment.credibility.value,
            ww__likelihood=likelihood.term if likelihood else None,
        )
        claims = dict.fromkeys([*judgment.sentence.claims, *judgment.supports, *judgment.denies])
        for claim in claims:
            if claim in told:
                graph.relate(
                    "wasDerivedFrom",
                    prov__generatedEntity=name,
                    prov__usedEntity=f"ww:claim-{claim}",
                )
        named[f"/judgments/{number}/sentence"] = name
    return named


def _cited(sentence: Sentence, told: set[str]) -> Iterator[str]:
    return (f"ww:claim-{claim}" for claim in sentence.claims if claim in told)


def _machine(graph: _Graph, name: str, *, did: str | None = None) -> str:
    agent = f"ww:machine-{_slug(name)}"
    graph.add("agent", agent, prov__type="prov:SoftwareAgent", prov__label=name, ww__did=did)
    return agent


def _slug(name: str) -> str:
    """A name as the local part of a qualified name; what no such part may hold is in its code."""
    return "".join(
        letter if letter.isascii() and letter.isalnum() else f"_{ord(letter):x}_" for letter in name
    )


def _time(told: str) -> Json:
    return {"$": told, "type": "xsd:dateTime"}
