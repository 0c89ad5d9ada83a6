"""Compare Japanese municipalities on community-based integrated care."""

__version__ = "0.5.0"
