"""How a command ends: the exit codes of `docs/reference/exit-codes.md`."""

from enum import IntEnum

from watchword.errors import (
    ClusterError,
    InvalidBriefError,
    InvalidMatrixError,
    InvalidScenarioError,
    InvalidTemplateError,
    MissingDataError,
    MissingExtraError,
    SettingsError,
    StoreError,
    UnansweredError,
    UnreadableError,
    WatchwordError,
)


class ExitCode(IntEnum):
    """The codes, each with its meaning."""

    DONE = 0
    FAILED_CHECK = 1
    WRONG_USE = 2
    NOTHING_READ = 3
    MISSING_EXTRA = 4
    STORE = 5
    INTERRUPTED = 130
    OUTPUT_CLOSED = 141


_CODES: tuple[tuple[type[WatchwordError], ExitCode], ...] = (
    (SettingsError, ExitCode.WRONG_USE),
    (InvalidBriefError, ExitCode.WRONG_USE),
    (InvalidMatrixError, ExitCode.WRONG_USE),
    (InvalidScenarioError, ExitCode.WRONG_USE),
    (InvalidTemplateError, ExitCode.WRONG_USE),
    (MissingDataError, ExitCode.NOTHING_READ),
    (UnreadableError, ExitCode.NOTHING_READ),
    (UnansweredError, ExitCode.NOTHING_READ),
    (ClusterError, ExitCode.NOTHING_READ),
    (StoreError, ExitCode.STORE),
    (MissingExtraError, ExitCode.MISSING_EXTRA),
)


def code_of(error: WatchwordError) -> ExitCode:
    """The code that an error ends a command with; what a rule refuses has failed its check."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.FAILED_CHECK)
