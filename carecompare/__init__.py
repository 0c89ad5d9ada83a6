"""Compare Japanese municipalities on community-based integrated care."""

__version__ = "0.2.0"
