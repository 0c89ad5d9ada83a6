"""What is done about figures that a publisher prints wrongly."""

from __future__ import annotations

import pandas as pd
import pytest

from carecompare.build.corrections import check_corrections, with_replaced, with_withheld
from carecompare.catalog import Catalog, Correction
from carecompare.errors import CatalogError
from carecompare.tables import COUNTS
from carecompare.text.errors.explain import sentence

WITHHELD = Correction(("dentists",), "27224", 2018, "withhold", "合わない。", 9.0)
REPLACED = Correction(("population", "households"), "07546", 2020, "replace", "全域が避難中。", "missing", 0)


def counts(*rows: tuple[str, int, str, float | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (area, year, count, value, "missing" if value is None else "observed", "a", "2020")
            for area, year, count, value in rows
        ],
        columns=list(COUNTS.columns),
    ).astype({"value": "float64"})


FIGURES = counts(
    ("27224", 2018, "dentists", 9),
    ("27224", 2020, "dentists", 46),
    ("27", 2018, "dentists", 7865),
    ("07546", 2020, "population", None),
    ("07546", 2020, "households", None),
)


def shown(frame: pd.DataFrame) -> list[tuple[float, str]]:
    return list(zip(frame["value"].fillna(-1), frame["status"], strict=True))


def test_a_withheld_figure_is_empty_and_its_prefecture_keeps_what_is_published() -> None:
    assert shown(with_withheld(FIGURES, [WITHHELD, REPLACED]))[:3] == [
        (-1, "withheld"),
        (46, "observed"),
        (7865, "observed"),
    ]


def test_a_replaced_figure_is_observed() -> None:
    assert shown(with_replaced(FIGURES, [WITHHELD, REPLACED]))[3:] == [(0, "observed"), (0, "observed")]
    assert shown(FIGURES)[3:] == [(-1, "missing"), (-1, "missing")]


def test_a_record_that_still_fits_passes_and_one_about_figures_not_imported_too() -> None:
    check_corrections(FIGURES, [WITHHELD, REPLACED])
    check_corrections(FIGURES.iloc[:0], [WITHHELD, REPLACED])


@pytest.mark.parametrize(
    ("changed", "record"),
    [
        (("27224", 2018, "dentists", 45.0), WITHHELD),
        (("27224", 2018, "dentists", None), WITHHELD),
        (("07546", 2020, "households", 3.0), REPLACED),
    ],
)
def test_the_day_the_publisher_mends_it_the_record_is_outdated(
    changed: tuple[str, int, str, float | None], record: Correction
) -> None:
    with pytest.raises(CatalogError, match="correction_outdated") as refused:
        check_corrections(counts(changed), [record])
    assert changed[0] in sentence(refused.value)
    assert "この記録を消してください" in sentence(refused.value)


def test_every_record_of_the_catalogue_names_a_reason(catalog: Catalog) -> None:
    assert {(each.area, each.year) for each in catalog.corrections} == {
        ("07546", 2020),
        ("27224", 2018),
        ("40220", 2016),
        ("14216", 2018),
    }
    assert all(each.reason_ja.endswith("。") for each in catalog.corrections)
