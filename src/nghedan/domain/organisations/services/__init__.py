"""Deeds on the organisation of a locality. Each raises NotAllowed, Refused or Conflict as the door does."""
