"""Ids of sources and counts before 2026-12, when they still held a year: kept installations have them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class _Former:
    """A source by its former id: what it is called now, and the edition its columns are of."""

    source: str
    edition: str = ""


_SOURCES = {
    "census_2020": _Former("census"),
    "ltci_2023": _Former("ltci"),
    "ipss_2023": _Former("ipss", "2023-12"),
    "ipss_2018": _Former("ipss_ages", "2018-03"),
    "premium_9th": _Former("premium"),
    "municipality_class_2023": _Former("municipality_class"),
}
_COUNT_ENDS = {"_ipss_2023": "_ipss", "_ipss_2018": "_ipss_ages"}
_COUNTS = {"premium_9th_period": "premium", "premium_9th_period_average": "premium_average"}


def source_now(source: str) -> str:
    """Return the id of a source today."""
    return _SOURCES[source].source if source in _SOURCES else source


def edition_of(source: str, edition: str) -> str:
    """Return the edition of a column of a source by its former id, which did not always keep it."""
    return edition or (_SOURCES[source].edition if source in _SOURCES else "")


def count_now(count: str) -> str:
    """Return the id of a count today."""
    for end, now in _COUNT_ENDS.items():
        if count.endswith(end):
            return count.removesuffix(end) + now
    return _COUNTS.get(count, count)


def former_sources(source: str) -> list[str]:
    """Return the ids that a source had before: its folder has one of them until the next import."""
    return [former for former, now in _SOURCES.items() if now.source == source]
