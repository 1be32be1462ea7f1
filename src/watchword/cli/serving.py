"""`watchword serve`: the workbench in a browser."""

from watchword.cli.screen import warn
from watchword.config import read_settings
from watchword.serve.running import ServeOrder
from watchword.serve.running import serve as run


def serve(stores: list[str] | None, host: str, port: int) -> None:
    """Serve until interrupted."""
    settings = read_settings()
    order = ServeOrder(stores=tuple(stores or (settings.store,)), host=host, port=port)
    warn(f"serving on http://{host}:{port}/ until you press Ctrl+C")
    run(order, settings)
