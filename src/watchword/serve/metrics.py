"""How the server does, in numbers, as Prometheus reads them.

The numbers of situations are those that whoever asks may read. They are counted when they are asked
for, and kept for a while, since counting a large record takes some time.
"""

import threading
from collections.abc import Callable
from time import monotonic, perf_counter

from fastapi import APIRouter
from fastapi.responses import Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from watchword import __version__
from watchword.desk.desk import Desk
from watchword.flow.situation.gauging import Gauge, gauge
from watchword.model.principal import Principal

KEPT_S = 30.0
"""Seconds that the numbers of a situation are kept."""
_SECONDS = (0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
_GAUGES = {
    "reports": "Reports in the record",
    "claims": "Claims in the record",
    "waiting": "Reports that wait to be read",
    "feeds": "Feeds that are visited",
    "feeds_failing": "Feeds whose last visit gave no proper answer",
    "undelivered": "Letters to channels that were given up",
}


class Metrics:
    """What is counted of a server.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.registry = CollectorRegistry()
        self._clock = clock
        self._lock = threading.Lock()
        self._gauges: dict[str, tuple[float, Gauge]] = {}
        self._requests = Counter(
            "watchword_requests",
            "Requests that were answered",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "watchword_request_seconds",
            "Seconds until a request was answered",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request.

        Args:
            method: its method; one that HTTP does not know is not told apart.
            route: the pattern of its address, never the address itself.
            status: what it was answered with.
            seconds: how long that took.
        """
        known = method if method in {"GET", "HEAD", "POST"} else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def told(self, desk: Desk, principal: Principal) -> bytes:
        """All numbers that somebody may read, in the text form of Prometheus."""
        registry = CollectorRegistry()
        registry.register(_Told(self._of_situations(desk, principal), desk.pending()))
        return generate_latest(self.registry) + generate_latest(registry)

    def _of_situations(self, desk: Desk, principal: Principal) -> dict[str, Gauge]:
        found: dict[str, Gauge] = {}
        for name in desk.situations_of(principal):
            with self._lock:
                at, kept = self._gauges.get(name, (0.0, None))
            if kept is None or self._clock() - at > KEPT_S:
                kept = gauge(desk.open_for(principal, name).bench.store)
                with self._lock:
                    self._gauges[name] = (self._clock(), kept)
            found[name] = kept
        return found


class _Told:
    """The numbers of situations, as the library collects them."""

    def __init__(self, gauges: dict[str, Gauge], pending: int) -> None:
        self._gauges = gauges
        self._pending = pending

    def collect(self) -> list[Metric]:
        about = GaugeMetricFamily("watchword_build", "The version that runs", labels=["version"])
        about.add_metric([__version__], 1)
        working = GaugeMetricFamily("watchword_views_pending", "Views that are worked out now")
        working.add_metric([], self._pending)
        return [about, working, *map(self._family, _GAUGES)]

    def _family(self, name: str) -> Metric:
        family = GaugeMetricFamily(f"watchword_{name}", _GAUGES[name], labels=["situation"])
        for situation, found in self._gauges.items():
            family.add_metric([situation], float(getattr(found, name)))
        return family


class Measured:
    """Counts what an application answers.

    Args:
        app: what answers.
        metrics: where it is counted.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and count that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})
        began, status = perf_counter(), 500

        async def send_seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        finally:
            taken = perf_counter() - began
            self._metrics.count(scope["method"], _route_of(scope), status, taken)


def metrics_routes(desk: Desk, metrics: Metrics) -> APIRouter:
    """The address that Prometheus asks; whoever asks has to be known, as for any page."""
    router = APIRouter(include_in_schema=False)

    @router.get("/metrics")
    def tell(request: Request) -> Response:
        told = metrics.told(desk, request.state.principal)
        return Response(told, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return router


def _route_of(scope: Scope) -> str:
    """The pattern of the address that was asked for; the same word for all that are none."""
    operation = scope["state"].get("operation")
    if operation is not None:
        return f"api {operation}"
    return str(getattr(scope.get("route"), "path", None) or _mounted(scope["path"]))


def _mounted(path: str) -> str:
    return "/static" if path.startswith("/static/") else "none"
