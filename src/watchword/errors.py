"""What can go wrong, each error naming what failed and how to mend it."""


class WatchwordError(Exception):
    """Base of every error that Watchword raises on purpose.

    Args:
        message: what went wrong, in a sentence a user can act on.
        key: the thing that failed: a path, an address, a report's key.
        mend: how to put it right, or an empty string where nothing can be done.
    """

    def __init__(self, message: str, *, key: str = "", mend: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.mend = mend

    def __str__(self) -> str:
        """Where, what, and how to mend it, on one line."""
        where = f"{self.key}: " if self.key else ""
        mend = f" ({self.mend})" if self.mend else ""
        return f"{where}{self.args[0]}{mend}"


class UnreadableError(WatchwordError):
    """A file, record or address could not be read as a report; the rest goes on."""


class RefusedError(WatchwordError):
    """Something was not done because a rule forbids it: an unsafe address, a size limit."""


class MissingError(RefusedError):
    """There is no such thing, or none for whoever asks."""


class MovedError(MissingError):
    """What was here is somewhere else now.

    Args:
        message: what became of it.
        key: what was asked for.
        mend: how to get there.
        to: key of where it is.
    """

    def __init__(self, message: str, *, key: str = "", mend: str = "", to: str = "") -> None:
        super().__init__(message, key=key, mend=mend)
        self.to = to


class ForbiddenError(RefusedError):
    """Whoever asks may not do this."""


class BusyError(RefusedError):
    """A server asks to be left alone for a while, or fails to say what it allows."""


class InvalidBriefError(WatchwordError):
    """A brief file is not in the published form."""


class InvalidTemplateError(WatchwordError):
    """A template of a brief cannot be used as it stands: a field, a part, a number."""


class InvalidScenarioError(WatchwordError):
    """A scenario cannot be computed as it stands: a part that is missing, a circle, a sum."""


class InvalidMatrixError(WatchwordError):
    """A matrix of hypotheses is not in the published form, or a change does not fit it."""


class MissingExtraError(WatchwordError):
    """An optional part of Watchword is not installed."""


class MissingDataError(WatchwordError):
    """A data set or a model that is needed is not on this machine, or is no such thing."""


class SettingsError(WatchwordError):
    """A setting has a value that cannot be used."""


class StoreError(WatchwordError):
    """The store cannot be opened, read or written: missing, locked, full, damaged, or too new."""


class ClusterError(WatchwordError):
    """There are no workers to be had: a process cannot be started, or a cluster is out of reach."""


class UndeliveredError(WatchwordError):
    """An alert could not be sent; it is tried again.

    Args:
        message: what went wrong.
        key: where it was to be sent.
        mend: how to put it right.
        is_final: whether trying again is of no use.
    """

    def __init__(
        self, message: str, *, key: str = "", mend: str = "", is_final: bool = False
    ) -> None:
        super().__init__(message, key=key, mend=mend)
        self.is_final = is_final


class UnansweredError(WatchwordError):
    """A language model did not answer, or not in the form that it was asked for."""


class SignInError(RefusedError):
    """Nobody is let in with what was given; it never says which part of it was wrong."""


class TooManyError(RefusedError):
    """It was tried too often.

    Args:
        message: what went wrong.
        key: what was tried.
        mend: how to put it right.
        wait_s: after how many seconds it may be tried again.
    """

    def __init__(self, message: str, *, key: str = "", mend: str = "", wait_s: float = 1.0) -> None:
        super().__init__(message, key=key, mend=mend)
        self.wait_s = wait_s


class ProblemError(WatchwordError):
    """A server answered that something cannot be done (problem details by RFC 9457).

    Args:
        message: what is wrong.
        key: what failed.
        mend: how to put it right.
        status: the HTTP status, 0 where the server did not answer.
        kind: address of the kind of problem.
    """

    def __init__(
        self, message: str, *, key: str = "", mend: str = "", status: int = 0, kind: str = ""
    ) -> None:
        super().__init__(message, key=key, mend=mend)
        self.status = status
        self.kind = kind


class ForgedError(WatchwordError):
    """A request does not come from whom it says, or was sent before."""
