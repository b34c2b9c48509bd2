"""The roles, by the code a grant stores."""

ADMINISTRATOR = "administrator"
CLERK = "clerk"
HEAD = "head"
OFFICER = "officer"
HAMLET_HEAD = "hamlet_head"
OBSERVER = "observer"
RECEIVER = "receiver"
SUPERIOR_RECEIVER = "superior_receiver"

EVERYBODY = frozenset({ADMINISTRATOR, CLERK, HEAD, OFFICER, HAMLET_HEAD, OBSERVER})

RECEIVERS = frozenset({RECEIVER, SUPERIOR_RECEIVER})
