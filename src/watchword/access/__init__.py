"""Who somebody is and what they may: passwords, sessions, tokens, limits on trying."""

from watchword.access.accounts import (
    Accounts,
    audit,
    create_accounts,
    find_accounts,
    open_accounts,
)

__all__ = ["Accounts", "audit", "create_accounts", "find_accounts", "open_accounts"]
