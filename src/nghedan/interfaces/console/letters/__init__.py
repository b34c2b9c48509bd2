"""Answers in writing, what was sent on, what people say of it, and closing."""
