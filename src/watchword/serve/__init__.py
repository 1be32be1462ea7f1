"""The server, put together: pages and API, sign-in, headers, limits, logs, metrics."""
