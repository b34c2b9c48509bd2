"""Đại biểu: whom a dialogue invites, seats for hamlets and organisations, answers, lists from Excel."""
