"""The ledger's report, as text for a terminal and as JSON."""

from collections.abc import Sequence
from io import StringIO
from typing import Any

from watchword.ledger.failures import Failure
from watchword.ledger.floors import FLOORED
from watchword.ledger.record import ClaimRecord, Quantity
from watchword.ledger.run import Outcome
from watchword.ledger.scores import GroupScores, Share

WIDTH = 118
"""Characters of a line, the same on every terminal, so that two reports can be compared."""

SHOWN = 20
"""Failures shown unless another number is asked for."""

_METRICS = (
    ("claim found", "claim"),
    ("chain exact", "chain_exact"),
    ("chain relaxed", "chain_relaxed"),
    ("chain: speaker", "chain_speaker"),
    ("chain: origin", "chain_origin"),
    ("nested chain exact", "chain_nested_exact"),
    ("nested chain relaxed", "chain_nested_relaxed"),
    ("cue exact", "cue_exact"),
    ("cue alike", "cue_alike"),
    ("modality", "modality"),
    ("figure present", "figure_present"),
    ("figure value", "figure_value"),
    ("figure with qualifier", "figure_qualified"),
    ("figure unit", "figure_unit"),
    ("actor alike", "actor_alike"),
    ("action alike", "action_alike"),
    ("recipient alike", "recipient_alike"),
    ("place exact", "place_exact"),
    ("place alike", "place_alike"),
    ("time exact", "time_exact"),
    ("time alike", "time_alike"),
    ("whole claim", "whole"),
)

_NOTE = (
    "* has a floor. P, R, F: precision, recall, F1, and hits of labels. Fields are judged on the",
    "pairs found; a whole claim has its chain, modality and figure right, out of every label.",
)


def write_report(outcome: Outcome, *, shown: int = SHOWN) -> str:
    """Give the report as plain text: scores, confusion, floors, failures."""
    parts = [_scores_table(outcome.scores.groups), *map(_modality_line, outcome.scores.groups)]
    parts += ["", _floors_line(outcome), ""]
    failures = outcome.failures[:shown]
    parts.append(f"Failures that matter most, {len(failures)} of {len(outcome.failures)}:")
    parts += [_failure_lines(number, each) for number, each in enumerate(failures, start=1)]
    return "\n".join(parts).rstrip() + "\n"


def outcome_to_json(outcome: Outcome, *, shown: int | None = None) -> dict[str, Any]:
    """Give the report as a JSON object, every failure in it unless a number is given."""
    return {
        "digest": outcome.digest,
        "reports": outcome.reports,
        "groups": {group.name: _group_to_json(group) for group in outcome.scores.groups},
        "floors": {
            "same_data": outcome.check.same_data,
            "passed": outcome.check.passed,
            "sunk": [str(each) for each in outcome.check.sunk],
            "without": list(outcome.check.without),
        },
        "failures": [_failure_to_json(each) for each in outcome.failures[:shown]],
    }


def _scores_table(groups: Sequence[GroupScores]) -> str:
    from rich import box  # noqa: PLC0415 - slow import
    from rich.console import Console  # noqa: PLC0415 - slow import
    from rich.table import Table  # noqa: PLC0415 - slow import

    table = Table(
        box=box.SIMPLE_HEAD,
        title="Claims against the labelled reports, shares with their 95 % interval",
    )
    table.add_column("score")
    for group in groups:
        table.add_column(f"{group.name}, {group.labelled} labels", justify="right")
    for label, metric in _METRICS:
        floored = any(name in FLOORED for name in (metric, f"{metric}_f1"))
        cells = (_cell(group, metric) for group in groups)
        table.add_row(label + (" *" if floored else ""), *cells)
    out = StringIO()
    console = Console(file=out, width=WIDTH, color_system=None, force_terminal=False)
    console.print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join([*lines, *_NOTE])


def _cell(group: GroupScores, metric: str) -> str:
    if metric in group.shares:
        return _share(group.shares[metric])
    score = group.detections[metric]
    if score.f1 is None:
        return "-"
    precision, recall = score.precision.value or 0.0, score.recall.value or 0.0
    counts = f"{score.hits}/{score.labelled}"
    return f"P {precision:.2f} R {recall:.2f} F {score.f1:.2f} {counts}"


def _share(share: Share) -> str:
    if share.value is None or share.interval is None:
        return "-"
    low, high = share.interval
    return f"{share.value:.2f} ({low:.2f}-{high:.2f}) {share.hits}/{share.of}"


def _modality_line(group: GroupScores) -> str:
    by_modality = ", ".join(f"{name} {score:.2f}" for name, score in group.modality_f1.items())
    mistaken = [
        f"{gold} as {found} {count}" for gold, found, count in group.confusion if gold != found
    ]
    macro = "-" if group.macro_f1 is None else f"{group.macro_f1:.2f}"
    return (
        f"Modality, {group.name}: macro F1 {macro} ({by_modality or 'none'});"
        f" mistaken: {', '.join(mistaken) or 'none'}"
    )


def _floors_line(outcome: Outcome) -> str:
    check = outcome.check
    if not check.same_data:
        return (
            "Floors: not checked. They were measured on other labelled data than this"
            f" (digest {outcome.digest[:12]}); --update sets them anew."
        )
    if check.sunk:
        return "\n".join(["Floors: SUNK", *(f"  {each}" for each in check.sunk)])
    return f"Floors: kept; {len(check.without)} scores have none."


def _failure_lines(number: int, failure: Failure) -> str:
    claim = failure.claim
    where = " ".join(word for word in (claim.report_id, claim.claim_id) if word)
    lines = [f"{number:>3}. {', '.join(failure.faults)} [{where}]", f"     {claim.sentence}"]
    lines.append(f"     label: {_told(failure.gold) if failure.gold else 'none'}")
    lines.append(f"     found: {_told(failure.found) if failure.found else 'nothing'}")
    return "\n".join(lines)


def _told(claim: ClaimRecord) -> str:
    chain = " < ".join(claim.source_chain) or "outlet"
    told = [chain, str(claim.modality), f"{claim.actor or '?'}: {claim.action or '?'}"]
    if claim.figure is not None:
        told.append(_figure(claim.figure))
    told += [f"{name} {words}" for name, words in _where_and_when(claim) if words]
    return " | ".join(told)


def _where_and_when(claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
    return (("to", claim.recipient), ("at", claim.place), ("when", claim.time))


def _figure(figure: Quantity) -> str:
    value = figure.value
    if value is None:
        value = f"{figure.low or 0:,g} to {figure.high:,g}" if figure.high else figure.words
    number = f"{value:,.10g}" if isinstance(value, float) else value
    return f"{figure.approx} {number} {figure.unit}".strip()


def _group_to_json(group: GroupScores) -> dict[str, Any]:
    detections = {
        name: {
            "hits": score.hits,
            "found": score.found,
            "labelled": score.labelled,
            "precision": score.precision.value,
            "precision_interval": score.precision.interval,
            "recall": score.recall.value,
            "recall_interval": score.recall.interval,
            "f1": score.f1,
        }
        for name, score in group.detections.items()
    }
    shares = {
        name: {"hits": share.hits, "of": share.of, "value": share.value, "interval": share.interval}
        for name, share in group.shares.items()
    }
    return {
        "labelled": group.labelled,
        "outside": group.outside,
        "scores": detections | shares,
        "modality_macro_f1": group.macro_f1,
        "modality_f1": {str(name): score for name, score in group.modality_f1.items()},
        "confusion": [
            {"label": str(gold), "found": str(found), "count": count}
            for gold, found, count in group.confusion
        ],
    }


def _failure_to_json(failure: Failure) -> dict[str, Any]:
    claim = failure.claim
    return {
        "faults": [str(fault) for fault in failure.faults],
        "weight": failure.weight,
        "report_id": claim.report_id,
        "claim_id": claim.claim_id,
        "sentence": claim.sentence,
        "label": _told(failure.gold) if failure.gold else None,
        "found": _told(failure.found) if failure.found else None,
    }
