"""What a check found sound, in lines a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.catalog import Catalog


def check_report(catalog: Catalog, areas: pd.DataFrame, counts: pd.DataFrame) -> list[str]:
    """Return how much was checked.

    Parameters
    ----------
    catalog : Catalog
        Definitions, every reference resolved.
    areas, counts : DataFrame
        AREAS and COUNTS whose checksums hold.

    Returns
    -------
    list of str
        Lines, with the counts that have no figures yet.
    """
    held_counts = set(counts["count"].unique())
    empty = [count.label_ja for count in catalog.counts.values() if count.id not in held_counts]
    defined = (
        f"定義：指標{len(catalog.main_indicators)}、件数{len(catalog.counts)}、出典{len(catalog.sources)}、"
        f"事例{len(catalog.cases)}。参照はすべてつながっています。"
    )
    held = (
        f"数値：{(areas['level'] == 'municipality').sum():,}市区町村、{counts['value'].notna().sum():,}個の値。"
        "表はすべて取り込んだときのままです。"
    )
    lines = [defined, held]
    return [*lines, f"未収集：{'、'.join(empty)}"] if empty else lines
