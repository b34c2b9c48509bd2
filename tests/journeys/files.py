"""Files a clerk may have at hand: plans, and things that are none."""

from importlib.resources import files

PLANS = files("nghedan.interfaces.cli.demonstration") / "plans"


def demonstration_plan(name: str, year: int = 2026) -> bytes:
    """Return a plan of the demonstration for a year that has just begun, its open dialogues in the second quarter."""
    text = (PLANS / name).read_text(encoding="utf-8")
    for period, value in {"year": year, "q": "II", "q_prev": "I", "q4_month": 10}.items():
        text = text.replace(f"{{{period}}}", str(value))
    return text.encode()
