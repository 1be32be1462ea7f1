"""Whether the server is alive and ready, for whoever keeps it running; it names no situation."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from watchword.desk.desk import Desk

_FRESH = {"Cache-Control": "no-store"}


def health_routes(desk: Desk) -> APIRouter:
    """The addresses that a supervisor, a container or a proxy asks.

    Args:
        desk: what has to be there.
    """
    router = APIRouter(include_in_schema=False)

    @router.get("/health/live")
    async def is_alive() -> Response:
        return JSONResponse({"status": "alive"}, headers=_FRESH)

    @router.get("/health/ready")
    def is_ready() -> Response:
        check = desk.check()
        told = {
            "status": "ready" if check.is_ready else "not ready",
            "records": check.records,
            "worker": check.worker,
        }
        return JSONResponse(told, 200 if check.is_ready else 503, headers=_FRESH)

    return router
