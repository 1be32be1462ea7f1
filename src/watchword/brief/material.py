"""Everything a brief is made from, and the desk where its sentences are checked."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from watchword.brief.clarity import MOST, is_clear, is_quotable
from watchword.brief.companions import together
from watchword.brief.echo import with_echoes
from watchword.brief.naming import Placing
from watchword.brief.telling import each_wording
from watchword.brief.verify import check_sentence
from watchword.brief.verify.permitted import FUNCTION
from watchword.model.brief import Confidence, Likelihood, Looked, Machine, Refusal
from watchword.model.change import Change
from watchword.model.chart import Chart
from watchword.model.claim import Claim, Modality
from watchword.model.finding import Finding
from watchword.model.implication import Implication
from watchword.model.origin import Origin
from watchword.model.panel import Panel
from watchword.model.plan import FULL, Plan
from watchword.model.report import Report, Unread
from watchword.model.sentence import Sentence
from watchword.model.source import Reliability
from watchword.model.track import Track

ALIKE = 0.6
"""Share of words that carry what is claimed from which two sentences tell the same; with words of
grammar and of who speaks counted in, two deliveries by one country were one."""

SHORT = 6
"""Words below which a sentence shares too many by chance: "North Korean troops are in Russia" has
four that every other sentence of the running example has."""
_STANCES = {
    Modality.DENIED: "doubted",
    Modality.UNCONFIRMED: "doubted",
    Modality.CONDITIONAL: "open",
    Modality.CONSIDERED: "open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What was found, for one brief.

    Attributes:
        title: what the brief is about.
        as_of: the brief's time, aware UTC.
        claims: by key.
        reports: by key.
        findings: the most important first.
        echoes: for each claim's key, claims of its finding from other sources and origins.
        tracks: contested figures.
        implications: consequences as claimed.
        origins: of every report.
        grounds: for each finding's key, its confidence with the basis in words.
        likelihoods: for each claim's key, the likelihood it states.
        changes: since the earlier brief.
        since: when the earlier brief was as of, None without one.
        grades: reliability of outlets by name, as people gave them or as their record earns it.
        bases: the record behind a grade in words, by the outlet's name; none for a person's.
        unread: what could not be read.
        plan: what the brief is to hold.
        panels: tables of what the record holds beside sentences, the most important first.
        charts: what is drawn beside the contested figures.
        sourcing: the source summary statement.
        machines: the machines that had a part in it.
        looked: what part of the record all of this comes from; None for all of it.
        companions: for claims that are not clear by themselves, the claim that each is told with.
    """

    title: str
    as_of: datetime
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    findings: tuple[Finding, ...]
    echoes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tracks: tuple[Track, ...] = ()
    implications: tuple[Implication, ...] = ()
    origins: tuple[Origin, ...] = ()
    grounds: Mapping[str, tuple[Confidence, str]] = field(default_factory=dict)
    likelihoods: Mapping[str, Likelihood] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    since: datetime | None = None
    grades: Mapping[str, Reliability] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    plan: Plan = FULL
    panels: tuple[Panel, ...] = ()
    charts: tuple[Chart, ...] = ()
    sourcing: str = ""
    machines: tuple[Machine, ...] = ()
    looked: Looked | None = None
    companions: Mapping[str, str] = field(default_factory=dict)

    def tellable(self, keys: Sequence[str]) -> list[str]:
        """The first of some claims that a reader understands as they will be told."""
        told = (key for key in keys if self._is_tellable(key))
        return list(islice(told, MOST))

    def _is_tellable(self, key: str) -> bool:
        claim = self.claims[key]
        return key in self.companions or is_clear(claim) or is_quotable(claim)


@dataclass(slots=True)
class Desk:
    """Writes sentences that pass the check, once each, and counts those that do not."""

    material: Material
    refused: dict[str, Refusal] = field(default_factory=dict)
    told: list[frozenset[str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    followers: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """See which clauses have one behind them that is told with them."""
        self.followers = {before: key for key, before in self.material.companions.items()}

    def tell(
        self,
        keys: Iterable[str],
        *,
        again: bool = False,
        with_outlet: bool = True,
        among: Collection[str] | None = None,
    ) -> Sentence | None:
        """The first of some claims that can be told, in the best wording that passes.

        Args:
            keys: claims that say the same thing, the best first.
            again: whether it may be told though the brief has told it before.
            with_outlet: whether the outlet is told beside the day, or left to the citation.
            among: claims that alone may be told with it; any where None.
        """
        placing = Placing(self.material.as_of, with_outlet)
        for key in keys:
            claim = self.material.claims[key]
            wordings = self._each_wording(claim, placing)
            fitting = (each for each in wordings if _cites_only(each, among))
            sentence = self.first_sound(fitting, again=again)
            if sentence is not None:
                joined = self._with_echoes(sentence, claim, placing)
                if not _cites_only(joined, among):
                    joined = sentence
                if not again:
                    self.used.update(joined.claims)
                return joined
        return None

    def _each_wording(self, claim: Claim, placing: Placing) -> Iterator[Sentence]:
        """The claim with the clause that it is told with, where there is one, or by itself."""
        report, claims = self.material.reports[claim.report], self.material.claims
        before = self.material.companions.get(claim.key, claim.key)
        after = self.followers.get(before)
        if after is not None:
            whole = together(claims[before], claims[after], report)
            for sentence in each_wording(whole, report, placing):
                yield replace(sentence, claims=(after, before))
        if before == claim.key:
            yield from each_wording(claim, report, placing)

    def tell_denial(self, keys: Iterable[str], *, with_outlet: bool = True) -> Sentence | None:
        """The first of some denials; it may share its words with what it denies, once."""
        fresh = [key for key in keys if key not in self.used]
        sentence = self.tell(fresh, again=True, with_outlet=with_outlet) if fresh else None
        if sentence is not None:
            self.told.append(self._gist(sentence))
            self.used.update(sentence.claims)
        return sentence

    def _with_echoes(self, sentence: Sentence, lead: Claim, placing: Placing) -> Sentence:
        """The sentence with independent others who say the same, where that passes too."""
        claims = [self.material.claims[key] for key in self.material.echoes.get(lead.key, ())]
        others = ((claim, self.material.reports[claim.report]) for claim in claims)
        return self.sounder(with_echoes(sentence, lead, others, placing), sentence)

    def sounder(self, wordings: Iterable[Sentence], sentence: Sentence) -> Sentence:
        """The first of some better wordings that passes the check, else the sentence itself."""
        return next((each for each in wordings if not self._problems(each, None)), sentence)

    def first_sound(
        self,
        wordings: Iterator[Sentence],
        *,
        again: bool = False,
        likelihood: Likelihood | None = None,
    ) -> Sentence | None:
        """The first wording that passes the check; the others that came before are refused."""
        failed: list[Refusal] = []
        for sentence in wordings:
            if not again and self._is_told(sentence):
                return None
            problems = self._problems(sentence, likelihood)
            if not problems:
                if not again:
                    self.told.append(self._gist(sentence))
                    self.used.update(sentence.claims)
                return sentence
            failed.append(Refusal(text=sentence.text, reasons=problems))
        for refusal in failed[:1]:
            self.refused.setdefault(refusal.text, refusal)
        return None

    def _problems(self, sentence: Sentence, likelihood: Likelihood | None) -> tuple[str, ...]:
        claims = [self.material.claims[key] for key in sentence.claims]
        reports = {claim.report: self.material.reports[claim.report] for claim in claims}
        found = check_sentence(sentence, claims, reports, likelihood=likelihood)
        return tuple(f"{problem.rule}: {problem.message}" for problem in found)

    def _is_told(self, sentence: Sentence) -> bool:
        gist = self._gist(sentence)
        return any(_share(gist, other) >= ALIKE for other in self.told)

    def _gist(self, sentence: Sentence) -> frozenset[str]:
        """The words that carry what is claimed, without who says it and when."""
        claims = [self.material.claims[key] for key in sentence.claims]
        words = {word for claim in claims for word in _words(claim.content.quote)}
        stances = {f"={_STANCES.get(claim.modality, '')}" for claim in claims}
        return frozenset(words | stances) - FUNCTION


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,()[]\u2019'\"").lower() for word in text.split())


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    """Share of the shorter one's words in both.

    None where either gives a number of its own, or one doubts or weighs what the other tells.
    """
    if _numbers(first) - _numbers(second) and _numbers(second) - _numbers(first):
        return 0.0
    stances = {word for word in first | second if word[:1] == "="}
    if stances.isdisjoint(first & second):
        return 0.0
    one, other = first - stances, second - stances
    return len(one & other) / max(SHORT, min(len(one), len(other)))


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _cites_only(sentence: Sentence, among: Collection[str] | None) -> bool:
    return among is None or set(sentence.claims).issubset(among)
