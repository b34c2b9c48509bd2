"""Deeds on accounts, roles and passwords."""

from nghedan.foundation.accounts.services.accounts import close_account, create_account, set_up_first_account
from nghedan.foundation.accounts.services.grants import change_grant, end_grant, grant_role
from nghedan.foundation.accounts.services.passwords import (
    change_password,
    find_card,
    issue_password_card,
    use_password_card,
)

__all__ = [
    "change_grant",
    "change_password",
    "close_account",
    "create_account",
    "end_grant",
    "find_card",
    "grant_role",
    "issue_password_card",
    "set_up_first_account",
    "use_password_card",
]
