"""The time in Japan, where the towns are, wherever the server stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9))


def now() -> datetime:
    """Return the time in Japan, to the second."""
    return datetime.now(JAPAN).replace(microsecond=0)


def today() -> date:
    """Return the date in Japan."""
    return now().date()
