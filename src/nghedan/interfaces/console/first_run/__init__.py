"""Cài đặt lần đầu: three steps on an empty installation, kept in the session, stored as one deed at the end."""
