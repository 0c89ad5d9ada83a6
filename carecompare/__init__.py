"""Compare Japanese municipalities on community-based integrated care."""

__version__ = "0.4.0"
