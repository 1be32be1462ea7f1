"""The command that serves; the work behind it is loaded when it is asked for."""

from watchword.cli import options_serve


def serve(
    *,
    store: options_serve.Stores = None,
    host: options_serve.Host = "127.0.0.1",
    port: options_serve.Port = 8750,
) -> None:
    """Serve the workbench: pages for the browser and an API, from this machine alone."""
    from watchword.cli import serving  # noqa: PLC0415 - slow import

    serving.serve(store, host, port)
