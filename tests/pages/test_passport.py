"""From any figure to what it was made of, and to the row it stands in."""

from __future__ import annotations

import csv
import math
import re
import shutil
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

from carecompare.build import build_store
from carecompare.comparisons import passport
from carecompare.paths import Paths, project_paths
from carecompare.sources import imported
from carecompare.store import figures_of_counts, open_store, values_over_years

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.catalog import Catalog

    Opens = Callable[..., AppTest]

AREAS = ("15202", "46523", "31389", "15", "00")


def rows(frame: Any) -> list[dict[str, Any]]:
    return [
        {name: math.nan if cell is None or cell != cell else cell for name, cell in row.items()}  # noqa: PLR0124
        for row in frame.astype(object).to_dict("records")
    ]


def test_a_link_to_a_passport_says_whom_is_compared_with_and_nothing_else_of_who_asked(
    opened: Opens,
) -> None:
    """It stands in pieces that the next visitor is shown as well."""
    app = opened("pages/aging.py", own="17201", vs="prefecture", route="rate", minutes="20", basis="all")
    addresses = re.findall(r"passport\?([^'\"]+)", "".join(str(each.proto.body) for each in app.get("html")))
    assert addresses
    names = {name for address in addresses for name in parse_qs(unescape(address))}
    assert names == {"own", "vs", "item", "year", "area"}


@pytest.mark.parametrize("area", AREAS)
def test_the_parts_of_every_figure_add_up_to_its_numerator_and_denominator(
    store_file: Path, catalog: Catalog, area: str
) -> None:
    store = open_store(store_file)
    checked = 0
    for indicator in catalog.indicators.values():
        counts = figures_of_counts(store, indicator.counts, [area])
        known = {(row["count"], int(row["year"])): row for row in counts}
        for figure in values_over_years(store, [indicator.id], [area]):
            if math.isnan(figure["value"]):
                continue
            made = passport(indicator, figure, known)
            for side in ("numerator", "denominator"):
                parts = [part for part in made.parts if part.side == side]
                if not parts or math.isnan(figure[side]):
                    continue
                total = sum(
                    part.weight * part.figure["value"] * (-1 if part.subtracted else 1) for part in parts
                )
                assert total == pytest.approx(figure[side]), (indicator.id, figure["year"], side)
                checked += 1
    store.close()
    assert checked > len(catalog.indicators)


def test_the_row_that_a_passport_names_holds_the_figure(opened: Opens) -> None:
    app = opened("pages/passport.py", own="15202", item="share_75_and_over", year="2020", area="15202")
    shown = " ".join(each.body for each in app.get("html"))
    cells = [
        (
            int(re.sub(r"\D", "", re.findall(r"<td class='n'>([\d,]+)</td>", line)[0])),
            *re.findall(r"data/figures/(\S+) の (\d+) の行、(\w+) の列", line)[0],
        )
        for line in re.findall(r"<tr>.*?</tr>", shown)
        if "data/figures/" in line
    ]

    assert len(cells) == 3
    for value, table, area, count in cells:
        with (project_paths().figures / table).open(encoding="utf-8") as file:
            (row,) = [row for row in csv.DictReader(file) if row["area"] == area]
        assert float(row[count]) == value


def test_a_link_opens_the_passport_of_a_peer_s_figure(opened: Opens) -> None:
    app = opened("pages/passport.py", own="15202", item="share_65_and_over", year="2020", area="44208")

    assert not app.exception
    assert "竹田市の高齢化率は48.3%" in app.subheader[0].value


def test_a_passport_opens_before_anything_is_chosen(opened: Opens) -> None:
    app = opened("pages/passport.py")

    assert not app.exception
    assert "全国の" in app.subheader[0].value


def test_an_unknown_area_in_the_link_is_named(opened: Opens) -> None:
    app = opened("pages/passport.py", own="15202", area="99999")

    assert "99999" in app.warning[0].value
    assert "長岡市" in app.subheader[0].value


@pytest.mark.parametrize("page", ["app.py", "pages/aging.py", "pages/resources.py", "pages/care_need.py"])
def test_figures_lead_to_their_passport(opened: Opens, page: str) -> None:
    app = opened(page, own="15202")
    shown = " ".join(each.body for each in app.get("html"))

    addresses = re.findall(r"<a href='(passport\?[^']+)'", shown)
    # To follow one in its place would be a new visit, and what was entered in this one would be gone.
    assert shown.count("<a href='passport") == shown.count("target='_blank' rel='noopener noreferrer'")
    assert any("area=15202" in address for address in addresses)
    assert "（分子）÷" in shown


def test_a_withheld_figure_says_why_in_its_passport(opened: Opens) -> None:
    app = opened("pages/passport.py", own="27224", item="dentists_per_100000", year="2018", area="27224")
    shown = " ".join(each.body for each in app.get("html"))
    assert "歯科医師は9人と公表されています" in shown


def test_an_average_premium_names_its_source(opened: Opens) -> None:
    app = opened("pages/passport.py", own="15202", item="premium_9th_period", year="2024", area="15")
    shown = " ".join(each.body for each in app.get("html"))
    assert "6,412" in shown
    assert "計画期間における介護保険の第1号保険料" in shown


@pytest.mark.parametrize(
    ("area", "place"),
    [
        ("15202", "保険者 i15202 の行、certified の列"),
        ("31389", "保険者 i31u"),
        ("15", "保険者の certified の列の合計"),
        ("00", "保険者の certified の列の合計"),
    ],
)
def test_what_is_counted_by_insurer_leads_to_the_row_of_the_insurer(
    opened: Opens, area: str, place: str
) -> None:
    app = opened("pages/passport.py", own="15202", item="certification_rate", year="2023", area=area)
    shown = " ".join(each.body for each in app.get("html"))
    assert place in shown
    assert ("南部箕蚊屋広域連合" in shown) == (area == "31389")


def test_beds_of_a_prefecture_stand_in_its_own_row_where_the_table_has_one(opened: Opens) -> None:
    item = "hospital_beds_per_100000"
    app = opened("pages/passport.py", own="15202", item=item, year="2025", area="01")
    shown = " ".join(each.body for each in app.get("html"))
    assert "の 01 の行、hospital_beds の列" in shown
    assert "市区町村の population の列の合計" in shown


def test_after_an_import_of_insurers_each_premium_names_its_own_file(
    opened: Opens, paths: Paths, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("catalog", "figures"):
        shutil.copytree(paths.data / name, tmp_path / name)
    table = tmp_path / "premiums_of_insurers.csv"
    table.write_text("municipality,monthly_standard_premium_yen\n15202,6500\n31389,6600\n", encoding="utf-8")
    imported(tmp_path / "figures", [table], catalog, "2024-04")
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    build_store(Paths(tmp_path))
    file_of = {}
    for area, premium in (("15202", "6,500"), ("31389", "6,600"), ("15", "6,412"), ("00", "6,225")):
        app = opened("pages/passport.py", own="15202", item="premium_9th_period", year="2024", area=area)
        shown = " ".join(each.body for each in app.get("html"))
        assert premium in shown
        file_of[area] = re.findall(r">([\w.-]*premium[\w.-]*\.csv)<", shown)
        column = "premium" if len(area) == 5 else "premium_average"
        assert f"の行、{column} の列" in shown
    own, averages = ["premiums_of_insurers.csv"], ["premium_9th_prefecture_average.csv"]
    assert file_of == {"15202": own, "31389": own, "15": averages, "00": averages}
