"""Settings: read once from the environment, passed down, never changed."""

import getpass
import os
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import SettingsError

MOST_PROCESSES = 8
"""More are used only where the setting says so, since each takes memory."""
OIDC_SECRET = "WATCHWORD_OIDC_SECRET"  # noqa: S105 - the name of one
"""Names the variable with the password that a server has at a provider of OpenID Connect."""
LM_KEY = "WATCHWORD_LM_KEY"
"""Names the variable with the language model's password; it is read when it is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set.

    Attributes:
        data: folder of the measuring data, `WATCHWORD_DATA`.
        allow_private: whether addresses in loopback and private ranges may be connected to,
            `WATCHWORD_ALLOW_PRIVATE`.
        max_bytes: largest file, page or archive member that is read, in bytes,
            `WATCHWORD_MAX_BYTES`.
        timeout_s: longest wait for one address, in seconds, `WATCHWORD_TIMEOUT_S`.
        processes: how many processes read reports at most, `WATCHWORD_PROCESSES`.
        store: where the record is, a path or a server's address, `WATCHWORD_STORE`.
        accounts: where the accounts of a server are, likewise, `WATCHWORD_ACCOUNTS`.
        address: address that people reach a server by, `WATCHWORD_ADDRESS`; empty where unknown.
        oidc_issuer: a provider of OpenID Connect, `WATCHWORD_OIDC_ISSUER`; empty for none.
        oidc_client: what the server is called there, `WATCHWORD_OIDC_CLIENT`.
        oidc_claim: what people are known by there, `WATCHWORD_OIDC_CLAIM`: "sub" or "email".
        user: who decides, `WATCHWORD_USER`; the name on the machine unless given.
        reader: which of the language models that are shipped reads, `WATCHWORD_READER`: "full", or
            "fast", which is quicker and marks more wrongly.
        lm_url: base address of a language model, `WATCHWORD_LM_URL`; empty for none.
        lm_model: name of the model there, `WATCHWORD_LM_MODEL`.
        lm_timeout_s: longest wait for one of its answers, in seconds, `WATCHWORD_LM_TIMEOUT_S`.
        outlines: TopoJSON file of the countries that the map draws in place of those it carries,
            `WATCHWORD_OUTLINES`; None for those.
    """

    data: Path = Path("../shared/data")
    allow_private: bool = False
    max_bytes: int = 100_000_000
    timeout_s: float = 20.0
    processes: int = 1
    store: str = "situation.watchword"
    accounts: str = "accounts.watchword"
    address: str = ""
    oidc_issuer: str = ""
    oidc_client: str = ""
    oidc_claim: str = "sub"
    user: str = ""
    reader: str = "full"
    lm_url: str = ""
    lm_model: str = ""
    lm_timeout_s: float = 120.0
    outlines: Path | None = None


def read_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingsError: if a value is not of its kind.
    """
    default = Settings()
    return Settings(
        data=Path(os.environ.get("WATCHWORD_DATA", str(default.data))),
        allow_private=_flag("WATCHWORD_ALLOW_PRIVATE"),
        max_bytes=int(_number("WATCHWORD_MAX_BYTES", default.max_bytes)),
        timeout_s=_number("WATCHWORD_TIMEOUT_S", default.timeout_s),
        processes=_whole("WATCHWORD_PROCESSES", min(_processors(), MOST_PROCESSES)),
        store=os.environ.get("WATCHWORD_STORE") or default.store,
        accounts=os.environ.get("WATCHWORD_ACCOUNTS") or default.accounts,
        address=os.environ.get("WATCHWORD_ADDRESS", ""),
        oidc_issuer=os.environ.get("WATCHWORD_OIDC_ISSUER", ""),
        oidc_client=os.environ.get("WATCHWORD_OIDC_CLIENT", ""),
        oidc_claim=_one_of("WATCHWORD_OIDC_CLAIM", ("sub", "email")),
        user=os.environ.get("WATCHWORD_USER") or _user(),
        reader=_one_of("WATCHWORD_READER", ("full", "fast")),
        lm_url=os.environ.get("WATCHWORD_LM_URL", ""),
        lm_model=os.environ.get("WATCHWORD_LM_MODEL", ""),
        lm_timeout_s=_number("WATCHWORD_LM_TIMEOUT_S", default.lm_timeout_s),
        outlines=Path(os.environ["WATCHWORD_OUTLINES"])
        if os.environ.get("WATCHWORD_OUTLINES")
        else None,
    )


def secret(name: str) -> str | None:
    """The value of an environment variable that holds a password, None where it is not set."""
    return os.environ.get(name) or None


def prepare_cluster() -> None:
    """Tell Ray, before it is loaded, to report to nobody and to let in who has the token alone.

    What the environment says of it already is left as it is.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_AUTH_MODE", "token")
    os.environ.setdefault("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")


def _user() -> str:
    """The name of whoever is logged in, empty where the machine knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _one_of(name: str, known: tuple[str, ...]) -> str:
    words = os.environ.get(name) or known[0]
    if words not in known:
        raise SettingsError(f"'{words}' is none of {', '.join(known)}", key=name)
    return words


def _flag(name: str) -> bool:
    words = os.environ.get(name, "").strip().lower()
    if words in {"", "0", "no", "false"}:
        return False
    if words in {"1", "yes", "true"}:
        return True
    raise SettingsError(f"'{words}' is neither yes nor no", key=name, mend="use 1 or 0")


def _whole(name: str, default: int) -> int:
    value = _number(name, default)
    if value != int(value):
        raise SettingsError(f"{value} is not a whole number", key=name)
    return int(value)


def _number(name: str, default: float) -> float:
    words = os.environ.get(name, "")
    try:
        value = float(words) if words else default
    except ValueError as error:
        raise SettingsError(f"'{words}' is not a number", key=name) from error
    if value <= 0:
        raise SettingsError(f"{words} is not above zero", key=name)
    return value
