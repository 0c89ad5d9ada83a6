"""The catalogue's definitions as tables, so that a store explains itself to anyone who opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pandas as pd

from carecompare.tables import INITIATIVES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.catalog import Catalog


def definition_tables(catalog: Catalog) -> dict[str, pd.DataFrame]:
    """Return one frame per kind of definition; lists and mappings are written as JSON.

    Parameters
    ----------
    catalog : Catalog
        The definitions.

    Returns
    -------
    dict of str to DataFrame
        By table name.
    """
    return {
        "source_definitions": _table(catalog.sources.values()),
        "count_definitions": _table(catalog.counts.values()),
        "indicator_definitions": _table(catalog.indicators.values()),
        "service_definitions": _table(catalog.services.values()),
        "facility_definitions": _table(catalog.facilities.values()),
        "initiative_type_definitions": _table(catalog.initiative_types.values()),
        "feature_definitions": _table(catalog.features.values()),
        "preset_definitions": _table(catalog.presets.values()),
        "case_definitions": _table(catalog.cases.values()),
    }


def initiative_rows(catalog: Catalog) -> pd.DataFrame:
    """Return what the ten cases are known to do.

    Returns
    -------
    DataFrame
        INITIATIVES, one row per municipality and type.
    """
    rows = [
        {
            "area": area,
            "initiative": mark.id,
            "field": catalog.initiative_types[mark.id].field,
            "case_id": case.id,
            "title_ja": case.title_ja,
            "since": case.start_ja or None,
            "evidence": mark.evidence,
            "source": " ".join(mark.sources),
        }
        for case in catalog.cases.values()
        for area in case.areas
        for mark in case.types
    ]
    return pd.DataFrame(rows, columns=list(INITIATIVES.columns))


def _table(records: Iterable[object]) -> pd.DataFrame:
    rows = []
    for record in records:
        plain = msgspec.to_builtins(record)
        rows.append(
            {
                name: msgspec.json.encode(cell).decode() if isinstance(cell, list | dict | tuple) else cell
                for name, cell in plain.items()
            }
        )
    return pd.DataFrame(rows)
