"""Deeds on accounts, roles, passwords and sign-in cards."""

from nghedan.foundation.accounts.services.accounts import close_account, create_account, set_up_first_account
from nghedan.foundation.accounts.services.grants import change_grant, end_grant, grant_role
from nghedan.foundation.accounts.services.passwords import (
    change_password,
    find_card,
    issue_password_card,
    use_password_card,
)
from nghedan.foundation.accounts.services.sign_in_cards import (
    find_sign_in_card,
    issue_sign_in_cards,
    opened_sign_in_card,
    use_sign_in_card,
    withdraw_sign_in_cards,
)

__all__ = [
    "change_grant",
    "change_password",
    "close_account",
    "create_account",
    "end_grant",
    "find_card",
    "find_sign_in_card",
    "grant_role",
    "issue_password_card",
    "issue_sign_in_cards",
    "opened_sign_in_card",
    "set_up_first_account",
    "use_password_card",
    "use_sign_in_card",
    "withdraw_sign_in_cards",
]
