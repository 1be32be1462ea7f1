"""Indicators and how they stand, as the plain records that are printed and shown."""

from collections.abc import Iterable, Sequence

from watchword.flow.alert_records import alert_record, sighting_record
from watchword.flow.situation.indicating import Trial
from watchword.flow.span_records import Record
from watchword.model.alert import Alert, Status
from watchword.model.indicator import Indicator
from watchword.model.sighting import Manner, Sighting


def described(indicator: Indicator) -> str:
    """What an indicator watches for, in one line."""
    threshold = indicator.threshold
    told = [f"“{indicator.words}”"] if indicator.words else []
    told += [f"with {' and '.join(indicator.actors)}"] if indicator.actors else []
    told += ["/".join(indicator.events)] if indicator.events else []
    told += [f"at {' or '.join(indicator.places)}"] if indicator.places else []
    told += [f"{'/'.join(indicator.positions)}"] if indicator.positions else []
    if threshold is not None:
        told += [f"at least {threshold.least:,g}"] if threshold.least is not None else []
        told += [f"at most {threshold.most:,g}"] if threshold.most is not None else []
        told += [threshold.counted]
    if indicator.silence_days is not None:
        told += [f"silent for {indicator.silence_days:g} days"]
    return ", ".join(told)


def indicator_record(indicator: Indicator, alerts: Sequence[Alert], sightings: int) -> Record:
    """An indicator as a JSON record, with how it stands."""
    threshold = indicator.threshold
    return {
        "key": indicator.key,
        "name": indicator.name,
        "since": indicator.since.isoformat(),
        "words": indicator.words,
        "actors": list(indicator.actors),
        "events": [each.value for each in indicator.events],
        "places": list(indicator.places),
        "counted": threshold.counted if threshold else None,
        "at_least": threshold.least if threshold else None,
        "at_most": threshold.most if threshold else None,
        "positions": [each.value for each in indicator.positions],
        "ahead": indicator.ahead,
        "least_origins": indicator.least_origins,
        "window_days": indicator.window_days,
        "silence_days": indicator.silence_days,
        "rest_days": indicator.rest_days,
        "quiet": indicator.quiet,
        "importance": indicator.importance.value,
        "status": status_of(alerts).value,
        "status_since": turned_at(alerts),
        "turns": [{"at": each.at.isoformat(), "status": each.after.value} for each in alerts],
        "sightings": sightings,
    }


def trial_record(trial: Trial) -> Record:
    """What an indicator would have seen, and what it would have missed by little."""
    return {
        "read": trial.read,
        "claims": trial.claims,
        "sightings": [sighting_record(each) for each in trial.sightings],
        "alerts": [alert_record(each, trial.sightings) for each in trial.alerts],
        "misses": [
            {
                "claim": each.claim.key,
                "report": each.report.key,
                "score": each.score,
                "content": each.claim.content.quote,
            }
            for each in trial.misses
        ],
    }


def by_indicator(alerts: Iterable[Alert]) -> dict[str, list[Alert]]:
    """The alerts of each indicator, by its key, in their order."""
    found: dict[str, list[Alert]] = {}
    for alert in alerts:
        found.setdefault(alert.indicator, []).append(alert)
    return found


def shown_counts(sightings: Iterable[Sighting]) -> dict[str, int]:
    """How many sightings show each indicator, by its key."""
    found: dict[str, int] = {}
    for sighting in sightings:
        if sighting.manner is Manner.SHOWS:
            found[sighting.indicator] = found.get(sighting.indicator, 0) + 1
    return found


def status_of(alerts: Sequence[Alert]) -> Status:
    """How an indicator with these alerts stands."""
    return alerts[-1].after if alerts else Status.NOT_SEEN


def turned_at(alerts: Sequence[Alert]) -> str | None:
    """Since when it stands so, None where it never turned."""
    turned = [each.at for each in alerts if each.after is not each.before]
    return turned[-1].isoformat() if turned else None
