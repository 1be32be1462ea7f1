"""Cases as a reader writes them: a report, and under it each claim with its labels.

A file opens with a line that says what it holds. A case starts with "== name", then "title:",
"outlet:" and "date:" lines where they matter, the report's words, and for each claim

    => the words that are claimed
       from: outermost source > origin | cue: said | is: asserted
       figure: at least 54 people | where: Omdurman | when: Saturday | if: if it rains
       holds: Seoul > refuses > send weapons > toward Kyiv
       follows: A blockade > would lead > to famine > within weeks

A field that is left out has to be empty; "*" leaves it open; " / " parts wordings that are
equally right. The cue, the position (`holds`: holder, kind, matter, toward whom) and the
implication (`follows`: condition, cue, consequence, horizon) are left open where they are not
given; several positions are parted by " + ".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from watchword.engines import ReadingEngine
from watchword.extract import extract
from watchword.model.claim import Claim
from watchword.model.extraction import Extraction
from watchword.model.figure import Approx, Figure
from watchword.model.reading import Token
from watchword.model.report import DateSource, Published, Report
from watchword.text.gazetteer import organisation_named
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

FIELDS = ("content", "from", "cue", "is", "if", "figure", "where", "when", "holds", "follows")
_HEADS = re.compile(r"(title|outlet|date): (.+)")
_LEADING = re.compile(r"^(?:on|in|at|the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A composed report and the claims a careful analyst finds in it."""

    name: str
    text: str
    heads: Mapping[str, str]
    claims: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A field of a claim that came out otherwise."""

    field: str
    wanted: str
    found: str


def read_cases(folder: Path) -> dict[str, Case]:
    """Every case by its name, which starts with the name of its file."""
    cases = [case for path in sorted(folder.glob("*.txt")) for case in _each_case(path)]
    by_name = {case.name: case for case in cases}
    assert len(by_name) == len(cases), "two cases have the same name"
    return by_name


def _each_case(path: Path) -> Iterator[Case]:
    for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, _, rest = block.partition("\n")
        text, *claims = rest.split("\n=> ")
        lines = text.strip().split("\n")
        heads = {}
        while found := _HEADS.fullmatch(lines[0]) if lines else None:
            heads[found.group(1)] = found.group(2)
            lines.pop(0)
        yield Case(
            name=f"{path.stem}: {name.strip()}",
            text="\n".join(lines).strip(),
            heads=heads,
            claims=tuple(_read_claim(claim) for claim in claims),
        )


def _read_claim(block: str) -> dict[str, str]:
    content, *lines = block.strip().split("\n")
    labels = {"content": content.strip(), "cue": "*", "holds": "*", "follows": "*"}
    for pair in " | ".join(line.strip() for line in lines if line.strip()).split(" | "):
        field, _, value = pair.partition(":")
        assert field.strip() in FIELDS, pair
        labels[field.strip()] = value.strip()
    assert "is" in labels, block
    return labels


def report_of(case: Case, key: str = "case") -> Report:
    """The report of a case, published on a Friday where the case does not say."""
    return composed(case.text, key=key, heads=case.heads)


def composed(text: str, *, key: str = "case", heads: Mapping[str, str] | None = None) -> Report:
    """A report with some words for its text."""
    heads = heads or {}
    content = text.encode(errors="surrogatepass")
    return Report(
        key=key,
        report_id=key,
        text=text,
        text_sha256=sha256(content).hexdigest(),
        raw_sha256=sha256(content).hexdigest(),
        raw=content,
        form="text",
        found_at=key,
        outlet=heads.get("outlet", "Harbour Post"),
        title=heads.get("title"),
        published=Published(
            at=datetime.fromisoformat(heads.get("date", "2024-11-08")).replace(tzinfo=UTC),
            how=DateSource.HEADER,
            day_only=True,
        ),
        language="en",
    )


def read(report: Report, engine: ReadingEngine) -> Extraction:
    """Read a report as the flow does."""
    sentences = find_sentences(report.text)
    words = [find_words(report.text, each.start, each.end) for each in sentences]
    return extract(report, sentences, engine.read(words))


def misses(case: Case, extraction: Extraction) -> list[Miss]:
    """Where what is found differs from what the case has."""
    left, found = list(extraction.claims), []
    for wanted in case.claims:
        best = max(left, key=lambda claim: _overlap(wanted["content"], claim), default=None)
        if best is None or _overlap(wanted["content"], best) < 0.4:
            found.append(Miss(field="claim", wanted=wanted["content"], found=""))
            continue
        left.remove(best)
        found.extend(_field_misses(wanted, best, extraction))
    found.extend(Miss(field="extra", wanted="", found=claim.content.quote) for claim in left)
    return found


def _overlap(content: str, claim: Claim) -> float:
    first, second = set(_plain(content).split()), set(_plain(claim.content.quote).split())
    return 2 * len(first & second) / (len(first) + len(second) or 1)


def _field_misses(
    wanted: Mapping[str, str], claim: Claim, extraction: Extraction
) -> Iterator[Miss]:
    told = {**_told(claim), "holds": _held(claim, extraction), "follows": _tied(claim, extraction)}
    for field in FIELDS:
        want = wanted.get(field, "")
        if want == "*" or any(_agrees(field, each, claim, told) for each in want.split(" / ")):
            continue
        yield Miss(field=field, wanted=want, found=told[field])


def _told(claim: Claim) -> dict[str, str]:
    return {
        "content": claim.content.quote,
        "from": " > ".join(link.name for link in claim.attribution.links),
        "cue": claim.attribution.cue,
        "is": claim.modality.value,
        "if": claim.condition.quote if claim.condition else "",
        "figure": _figure_words(claim.figures[0]) if claim.figures else "",
        "where": claim.place.words if claim.place else "",
        "when": claim.time.words if claim.time else "",
    }


def _held(claim: Claim, extraction: Extraction) -> str:
    """The positions that a claim tells, as a case has them."""
    return " + ".join(
        f"{each.holder} > {each.kind} > {each.matter.quote}"
        + (f" > toward {each.toward.quote}" if each.toward else "")
        for each in extraction.positions
        if each.claim == claim.key
    )


def _tied(claim: Claim, extraction: Extraction) -> str:
    """What a claim says would follow from what, as a case has it."""
    return " + ".join(
        f"{each.condition.quote} > {each.cue} > {each.consequence.quote}"
        + (f" > {each.horizon.words}" if each.horizon else "")
        for each in extraction.implications
        if each.claim == claim.key
    )


def _agrees(field: str, want: str, claim: Claim, told: Mapping[str, str]) -> bool:
    if field == "from":
        links = claim.attribution.links
        names = [name for name in want.split(" > ") if name]
        return len(names) == len(links) and all(
            _name(a) == _name(link.name) for a, link in zip(names, links, strict=True)
        )
    if field == "where" and claim.place is not None:
        return _bare(want) in {_bare(claim.place.words), _bare(claim.place.name)}
    if field == "when" and claim.time is not None:
        return _bare(want) == _bare(claim.time.words)
    return _plain(want) == _plain(told[field])


def _plain(words: str) -> str:
    """Lower case, one space between words, no marks at either edge."""
    return " ".join(words.lower().split()).strip(" .,;:\u201c\u201d\"'")


def _bare(words: str) -> str:
    plain = _plain(words)
    while found := _LEADING.match(plain):
        plain = plain[found.end() :]
    return plain


def _name(words: str) -> str:
    known = organisation_named(words)
    return _bare((known.name if known else words).replace("\u2019", "'"))


def _figure_words(figure: Figure) -> str:
    """As a case has it: "about 40 ships", "at least 54 people", "40 to 60 villagers"."""
    if figure.approx is Approx.RANGE:
        return f"{figure.low:.15g} to {figure.high:.15g} {figure.unit}"
    if figure.best is None and figure.low is None and figure.high is None:
        return f"{figure.words} {figure.unit}"
    bound = {Approx.AT_LEAST: figure.low, Approx.UP_TO: figure.high}.get(figure.approx, figure.best)
    word = {Approx.EXACT: "", Approx.ABOUT: "about ", Approx.AT_LEAST: "at least "}
    if bound is None:
        return f"{figure.words} {figure.unit}"
    return f"{word.get(figure.approx, 'up to ')}{bound:.15g} {figure.unit}"


def tokens_of(text: str, engine: ReadingEngine) -> tuple[Token, ...]:
    """The tagged words of one sentence."""
    (reading,) = engine.read([find_words(text)])
    return reading.tokens
