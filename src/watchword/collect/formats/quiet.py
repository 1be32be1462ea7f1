"""Keeps the log lines of parsing libraries away from the user's terminal."""

import logging


def quiet(*names: str) -> None:
    """Take libraries' loggers out of the log: what they meet is told as an `Unread` instead."""
    for name in names:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
