"""Periods of exported tables, short enough for an axis."""

from __future__ import annotations

import re

_SHORT = (("令和", "R"), ("平成", "H"), ("昭和", "S"), ("時点", ""))
_MONTH = re.compile(r"年([0-9]{1,2})月")
_REST = re.compile(r"[(（].*[)）]$")


def short_period(label: str) -> str:
    """Return a label for an axis: ``令和6年3月末時点`` is ``R6.3末``, an unfinished year ends in ``*``."""
    if label.isdigit():
        return label
    short = _REST.sub("*", label)
    for written, shorter in _SHORT:
        short = short.replace(written, shorter)
    return _MONTH.sub(r".\1", short)


def spoken_period(label: str) -> str:
    """Return a label for a sentence: a bare year is followed by its word."""
    return f"{label}年" if label.isdigit() else label
