"""The figures that the project ships: complete, in range, adding up, and all of them explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from carecompare.sources import Places, read_figures, read_offices, read_places
from carecompare.sources.publishers.town_points import SOURCE as TOWN_POINTS
from carecompare.tables import AREA_GROUPS, AREAS, COUNTS, MEMBERS, NEIGHBOURS, OFFICES, STATUSES
from carecompare.text.data.import_words import CHANGES, NOTES

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.catalog import Catalog
    from carecompare.paths import Paths
    from carecompare.sources import Figures

MEGABYTE = 1_000_000
AGE_BANDS = ("65_to_74", "75_to_84", "85_and_over")


@pytest.fixture(scope="module")
def figures(paths: Paths) -> Figures:
    return read_figures(paths.figures)


@pytest.fixture(scope="module")
def places(paths: Paths) -> Places:
    return read_places(paths.figures)


def column(figures: Figures, count: str, year: int) -> pd.Series[float]:
    counts = figures.counts
    return counts[(counts["count"] == count) & (counts["year"] == year)].set_index("area")["value"]


def test_there_are_1741_municipalities_1571_insurers_47_prefectures_a_nation_and_one_area_of_projection(
    figures: Figures,
) -> None:
    areas = AREAS.check(figures.areas)
    assert areas["level"].value_counts().to_dict() == {
        "municipality": 1741,
        "prefecture": 47,
        "nation": 1,
        "projection_area": 1,
        "insurer": 1571,
    }
    municipalities = areas[areas["level"] == "municipality"]
    assert (
        municipalities[["kana", "prefecture", "prefecture_ja", "latitude", "longitude"]].notna().all().all()
    )
    assert (municipalities["area"].str[:2] == municipalities["prefecture"]).all()
    assert municipalities["kana"].str.fullmatch("[ぁ-んー・ ]+").all()
    named = dict(zip(areas["area"], areas["name_ja"], strict=True))
    assert (named["13112"], named["04216"], named["40231"]) == ("世田谷区", "富谷市", "那珂川市")


def test_every_figure_is_of_a_known_area_count_and_status(figures: Figures, catalog: Catalog) -> None:
    counts = COUNTS.check(figures.counts)
    assert set(counts["area"]) <= set(figures.areas["area"])
    assert set(counts["count"]) <= set(catalog.counts)
    assert set(counts["status"]) <= set(STATUSES)
    signed = counts["count"].isin([count.id for count in catalog.counts.values() if count.signed])
    assert (counts["value"][~signed].dropna() >= 0).all()
    assert (counts["value"][signed] < 0).any()
    empty = counts["value"].isna()
    assert set(counts["status"][empty]) == {"missing", "not_collected"}
    assert not counts["status"][~empty].isin(["missing", "not_collected"]).any()


def test_every_count_has_figures_except_the_services_not_collected(
    figures: Figures, catalog: Catalog
) -> None:
    made_at_the_build = {count.id for count in catalog.counts.values() if TOWN_POINTS in count.read}
    assert len(made_at_the_build) == 3
    without = set(catalog.counts) - set(figures.counts["count"]) - made_at_the_build
    assert without == {count.id for count in catalog.counts.values() if count.not_collected_ja}


@pytest.mark.parametrize(
    ("year", "residents"),
    [
        (1985, 121_048_923),
        (1990, 123_611_167),
        (1995, 125_570_246),
        (2000, 126_925_843),
        (2005, 127_767_994),
        (2010, 128_057_352),
        (2015, 127_094_745),
        (2020, 126_146_099),
        (2025, 122_972_528),
    ],
)
def test_each_census_adds_up_to_the_population_of_the_nation(
    year: int, residents: int, figures: Figures
) -> None:
    assert column(figures, "population", year).sum() == residents


def test_the_recombined_census_of_1980_lacks_37_of_117_060_396_residents(figures: Figures) -> None:
    assert 117_060_396 - column(figures, "population", 1980).sum() == 37


def test_age_groups_add_up_to_the_total_in_every_municipality_and_census(figures: Figures) -> None:
    for year in (1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020):
        groups = ("under_15", "15_to_64", "65_and_over", "age_unknown")
        parts = sum(column(figures, f"population_{group}", year) for group in groups)
        total = column(figures, "population", year)
        assert (parts[total.notna()] == total.dropna()).all(), year


def test_the_projection_adds_up_to_the_nation_as_published_for_2050(figures: Figures) -> None:
    """The thirteen towns that have no figures of their own are in their common area."""
    assert round(column(figures, "population_ipss", 2050).sum() / 1000) == 104_686


def test_the_ones_without_a_projection_of_their_own_are_the_thirteen_of_hamadori(figures: Figures) -> None:
    without = column(figures, "population_ipss", 2025)
    assert set(without[without.isna()].index) == {
        "07204", "07209", "07212", "07541", "07542", "07543", "07544",
        "07545", "07546", "07547", "07548", "07561", "07564",
    }  # fmt: skip


def test_part_never_exceeds_whole(figures: Figures, catalog: Catalog) -> None:
    wide = figures.counts.pivot_table(index=["area", "year"], columns="count", values="value")
    compared = 0
    for count in catalog.counts.values():
        if count.part_of and count.id in wide:
            pair = wide[[count.id, count.part_of]].dropna()
            assert (pair[count.id] <= pair[count.part_of]).all(), count.id
            compared += len(pair)
    assert compared > 100_000


def test_offices_are_those_that_are_counted(paths: Paths, figures: Figures) -> None:
    offices = OFFICES.check(read_offices(paths.figures))
    offices = offices[offices["service"].str.isdigit()]
    counted = offices.dropna(subset="municipality").groupby(["service", "municipality"]).size()
    counts = figures.counts[figures.counts["count"].str.startswith("care_offices_")]
    counts = counts[(counts["source"] == "care_offices") & (counts["value"] > 0)]
    kept = counts.assign(service=counts["count"].str[-3:]).set_index(["service", "area"])["value"]
    assert counted.to_dict() == kept.to_dict()


def test_hospitals_are_those_that_are_counted_and_their_beds_those_that_are_added(
    paths: Paths, figures: Figures
) -> None:
    offices = read_offices(paths.figures)
    hospitals = offices[offices["service"] == "hospital"].groupby("municipality")
    listed = column(figures, "hospitals_listed", 2025)
    assert hospitals.size().to_dict() == listed[listed > 0].to_dict()
    beds = column(figures, "hospital_beds", 2025)
    municipal = beds[beds.index.str.len() == 5]
    assert hospitals["capacity"].sum().sum() == municipal.sum() == 1_381_658
    assert (
        hospitals["capacity"].sum().reindex(municipal[municipal > 0].index).eq(municipal[municipal > 0]).all()
    )


def test_beds_of_a_prefecture_are_those_of_its_municipalities(figures: Figures) -> None:
    kinds = ("", "_general", "_long_term_care", "_psychiatric", "_tuberculosis", "_infectious")
    for kind in kinds:
        beds = column(figures, f"hospital_beds{kind}", 2025)
        municipal = beds[beds.index.str.len() == 5]
        prefectures = beds[beds.index.str.len() == 2]
        assert len(prefectures) == 47
        assert municipal.groupby(municipal.index.str[:2]).sum().to_dict() == prefectures.to_dict()


def test_positions_of_clinics_and_pharmacies_are_there_for_the_eleven_only(
    paths: Paths, catalog: Catalog
) -> None:
    offices = read_offices(paths.figures)
    points = offices[offices["service"].isin(["clinic", "dental_clinic", "pharmacy"])]
    assert set(points["municipality"]) == set(catalog.exemplars)
    assert set(points["position_status"]) <= {"town_point", "outside", "absent"}
    assert points.groupby("service").size().to_dict() == {
        "clinic": 1589,
        "dental_clinic": 1181,
        "pharmacy": 1130,
    }


def test_every_municipality_has_a_valid_polygon_and_small_islands_stay_visible(places: Places) -> None:
    assert set(places.boundaries) == set(places.names)
    shapes = [places.boundaries[code] for code in sorted(places.boundaries)]
    assert all(shape.is_valid and not shape.is_empty for shape in shapes)
    assert len(shapely.get_parts(places.boundaries["43212"])) == 20
    assert places.boundaries["46523"].area > 0.008


def test_neighbours_are_mutual_lie_side_by_side_and_only_islands_have_none(
    figures: Figures, places: Places
) -> None:
    pairs = NEIGHBOURS.check(figures.neighbours)
    both = set(pairs.itertuples(index=False, name=None))
    assert len(both) == 2 * 4402
    assert {(other, one) for one, other in both} == both
    alone = set(places.names) - set(pairs["municipality"])
    assert len(alone) == 48
    assert {"32528", "46505", "13421", "15224", "47381"} <= alone
    one, other = (
        shapely.GeometryCollection([places.boundaries[code] for code in pairs[each]])
        for each in NEIGHBOURS.columns
    )
    apart = shapely.distance(shapely.get_parts(one), shapely.get_parts(other))
    assert apart.max() < 1e-4


def test_the_neighbours_of_a_village_and_a_ward_are_those_on_any_map(figures: Figures) -> None:
    around = figures.neighbours.groupby("municipality")["neighbour"].agg(list)
    assert around["46523"] == ["46222", "46524"]
    assert around["13112"] == ["13110", "13111", "13113", "13115", "13204", "13208", "13219", "14130"]


def test_every_ring_is_clockwise_so_that_the_map_is_not_one_block(places: Places) -> None:
    outer = [part.exterior for shape in places.boundaries.values() for part in shapely.get_parts(shape)]
    assert len(outer) > 3_000
    assert not any(ring.is_ccw for ring in outer)


def test_every_office_of_government_lies_in_its_own_municipality(places: Places) -> None:
    """Villages of islands have their office elsewhere: two of them in Kagoshima, one in Ishigaki."""
    today = places.areas[places.areas["level"] == "municipality"].set_index("area")
    codes = today.index.to_series()
    status = places.position_statuses(codes, today["latitude"], today["longitude"])
    assert set(status.index[status == "outside"]) >= {"46303", "46304", "47381"}
    assert (status == "published").mean() > 0.98


@pytest.mark.parametrize(
    ("code", "today"),
    [("04423", "04216"), ("40305", "40231"), ("22138", "22130"), ("22131", "22130"), ("01101", "01100")],
)
def test_old_codes_and_wards_stand_for_a_municipality_of_today(code: str, today: str, places: Places) -> None:
    assert places.stands_for[code] == today


def test_a_county_stands_for_no_municipality(places: Places) -> None:
    assert "13340" not in places.stands_for


def test_no_municipality_stands_for_another(places: Places) -> None:
    assert not set(places.stands_for) & set(places.names)
    assert set(places.stands_for.values()) <= set(places.names)
    assert not any(code.startswith("131") for code in places.wards)


def test_every_change_and_note_has_its_sentence(figures: Figures) -> None:
    assert set(figures.log["change"]) <= set(CHANGES)
    assert set(figures.notes["problem"]) <= set(NOTES)


def test_the_figures_stay_small_enough_to_ship(paths: Paths) -> None:
    sizes = {path.name: path.stat().st_size for path in paths.figures.rglob("*") if path.is_file()}
    assert sum(sizes.values()) < 20 * MEGABYTE
    assert (paths.figures / "care_offices" / "offices.parquet").stat().st_size < 12 * MEGABYTE
    assert (paths.figures / "medical_institutions" / "offices.parquet").stat().st_size < MEGABYTE
    assert sizes["boundaries.geojson"] < 3 * MEGABYTE
    assert not [name for name in sizes if "draft" in name]


def test_every_municipality_has_one_insurer_or_its_candidates(figures: Figures) -> None:
    members = MEMBERS.check(figures.members).set_index("municipality")
    levels = figures.areas.set_index("area")["level"]
    assert set(members.index) == set(levels.index[levels == "municipality"])
    assert members["match"].value_counts().to_dict() == {
        "direct_name_match": 1531,
        "inferred_only_union_in_prefecture": 83,
        "ambiguous": 127,
    }
    assert (members["insurer"].isna() == (members["match"] == "ambiguous")).all()
    named = set(members["insurer"].dropna()) | set(" ".join(members["candidates"].dropna()).split())
    assert named == set(levels.index[levels == "insurer"])
    for municipality, member in members.iterrows():
        codes = [member["insurer"]] if member["match"] != "ambiguous" else member["candidates"].split()
        assert {code[1:3] for code in codes} == {str(municipality)[:2]}


def test_insured_and_certified_persons_add_up_by_age_in_every_insurer(figures: Figures) -> None:
    for name in ("insured", "certified"):
        bands = sum(column(figures, f"{name}_{band}", 2023) for band in AGE_BANDS)
        whole = column(figures, "certified" if name == "certified" else "insured_65_and_over", 2023)
        assert (bands == whole).all()
        assert len(whole) == 1571


def test_every_municipality_has_one_class_of_fiscal_2023_and_at_least_one_medical_area(
    figures: Figures,
) -> None:
    groups = AREA_GROUPS.check(figures.groups)
    levels = figures.areas.set_index("area")["level"]
    municipalities = set(levels.index[levels == "municipality"])
    by_kind = {str(kind): rows for kind, rows in groups.groupby("kind")}
    assert {kind: len(rows) for kind, rows in by_kind.items()} == {
        "class": 1741,
        "depopulated": 884,
        "mountain_village": 734,
        "metropolitan_area": 220,
        "medical_area": 1742,
    }
    assert (
        set(by_kind["class"]["municipality"])
        == municipalities
        == set(by_kind["medical_area"]["municipality"])
    )
    assert set(groups.loc[groups["kind"] != "medical_area", "note"]) == {"令和5年度決算"}
    medical = by_kind["medical_area"]
    several = medical[medical["municipality"].duplicated(keep=False)]
    assert several[["municipality", "group"]].to_numpy().tolist() == [["14130", "1404"], ["14130", "1405"]]
    assert medical["note"].notna().sum() == 2
    assert medical["group"].nunique() == 339


def test_the_five_age_groups_of_the_projection_of_2018_are_everyone(figures: Figures) -> None:
    groups = ("under_15", "15_to_39", "40_to_64", "65_to_74", "75_and_over")
    for year in range(2015, 2050, 5):
        parts = sum(column(figures, f"population_{group}_ipss_ages", year) for group in groups)
        assert (parts == column(figures, "population_ipss_ages", year))[parts.notna()].all(), year


def test_finance_is_of_eight_fiscal_years_each_to_the_end_of_march(figures: Figures) -> None:
    rows = figures.counts[figures.counts["count"] == "current_balance_ratio_published"]
    dates = rows.groupby("year")["as_of"].first().to_dict()
    assert dates == {year: f"{year + 1}-03-31" for year in range(2015, 2023)}
