"""The real definitions: complete, resolved, and free of what would make a figure untrue."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from carecompare.catalog import Catalog, load_catalog
from carecompare.errors import CatalogError
from carecompare.sources.publishers.estat import item_of
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

SERVICES = """
    110 120 130 140 150 155 160 170 210 220 230 320 331 332 334 335 336 337 361 362 364 410 430 510
    520 530 540 550 551 710 720 730 760 770 780
""".split()
COUNTS = """
    population population_under_15 population_15_to_64 population_65_and_over population_75_and_over
    population_85_and_over households households_living_alone_65_and_over
    households_couple_65_and_over area_ha habitable_area_ha hospitals clinics dental_clinics
    physicians dentists pharmacists community_halls insured_65_and_over certified
    certified_level_3_and_over hospital_beds hospital_beds_general hospital_beds_long_term_care
    hospital_beds_psychiatric hospitals_listed pharmacies
""".split()
INDICATORS = """
    population share_65_and_over share_75_and_over share_85_and_over old_age_dependency_ratio
    share_living_alone_65_and_over share_couple_65_and_over population_per_habitable_km2
    hospitals_per_100000 clinics_per_100000 physicians_per_100000 dental_clinics_per_100000
    share_65_and_over_as_counted care_homes_per_1000_residents_75_and_over
    day_care_offices_per_1000_residents_75_and_over certification_rate
    certification_rate_level_3_and_over certification_rate_standardised population_change_5_years
    growth_75_and_over_to_2040 year_of_75_and_over_peak demand_index_medical demand_index_care
    health_and_welfare_workers_per_1000_75_and_over current_balance_ratio real_debt_service_ratio
    welfare_expenditure_per_resident local_tax_share_of_revenue share_employed_primary
    share_employed_secondary share_employed_tertiary
    hospital_beds_per_100000
    hospital_beds_long_term_care_per_1000_75_and_over pharmacies_per_100000
""".split()


def test_the_names_others_rely_on_exist(catalog: Catalog) -> None:
    assert set(COUNTS) <= set(catalog.counts)
    assert set(INDICATORS) <= set(catalog.indicators)
    assert sorted(catalog.services) == SERVICES
    for service in SERVICES:
        assert f"care_offices_{service}" in catalog.counts
        is_compared = f"care_offices_{service}_per_1000_75_and_over" in catalog.indicators
        assert is_compared != catalog.services[service].abolished


def test_what_is_left_of_an_abolished_service_is_named_so_and_not_compared(catalog: Catalog) -> None:
    gone = [each for each in catalog.services.values() if each.abolished]
    assert [each.number for each in gone] == ["530"]
    assert "廃止" in gone[0].label_ja
    assert not [each for each in catalog.indicators.values() if "care_offices_530" in each.counts]


def test_the_ten_cases_are_eleven_municipalities_in_the_document_s_order(catalog: Catalog) -> None:
    assert catalog.exemplars == (
        "13112", "15202", "31389", "12217", "24202", "44208", "43212", "11201", "46523", "31204", "31202",
    )  # fmt: skip
    assert len(catalog.cases) == 10
    assert len(catalog.initiative_types) == 24


def test_every_density_of_a_service_can_be_switched_between_three_populations(catalog: Catalog) -> None:
    per_everybody = set()
    for indicator in catalog.main_indicators:
        if indicator.kind == "density":
            ways = {catalog.on_basis(indicator, basis).denominator for basis in catalog.bases}
            if ways == {("population",)}:
                per_everybody.add(indicator.id)
            else:
                assert ways == {("population",), ("population_65_and_over",), ("population_75_and_over",)}
    # Per the aged these would say nothing.
    assert per_everybody == {"births_per_1000", "deaths_per_1000", "municipal_staff_per_1000"}


def test_density_and_share_are_neither_good_nor_bad(catalog: Catalog) -> None:
    assert {indicator.direction for indicator in catalog.indicators.values()} == {"neutral"}


def test_the_weights_of_demand_are_those_published(catalog: Catalog) -> None:
    groups = ("under_15", "15_to_39", "40_to_64", "65_to_74", "75_and_over")
    published = {"medical": (0.6, 0.4, 1.0, 2.3, 3.9), "care": (0.0, 0.0, 1.0, 9.7, 87.3)}
    for name, weights in published.items():
        indicator = catalog.indicators[f"demand_index_{name}"]
        assert indicator.weights == weights
        assert indicator.numerator == tuple(f"population_{group}_ipss_ages" for group in groups)
        assert indicator.denominator == indicator.numerator


def test_a_ratio_that_does_not_add_up_is_shown_as_published_and_nothing_else(catalog: Catalog) -> None:
    ratios = {count.id for count in catalog.counts.values() if not count.additive}
    assert ratios
    for indicator in catalog.indicators.values():
        assert (indicator.kind == "published") == bool(ratios & set(indicator.counts)), indicator.id


def test_a_fiscal_year_ends_in_the_calendar_year_after_it(catalog: Catalog) -> None:
    days = {count.day for count in catalog.counts.values() if count.fiscal_year}
    assert days == {"03-31"}


def test_every_indicator_leads_to_a_source_with_licence_and_date(catalog: Catalog) -> None:
    for indicator in catalog.indicators.values():
        sources = catalog.sources_of(indicator)
        assert sources, indicator.id
        for source in sources:
            assert source.licence_ja
            assert source.date_ja
            assert source.publisher_ja


def test_every_fact_of_a_case_has_its_source(catalog: Catalog) -> None:
    for case in catalog.cases.values():
        for part in ("implementers", "background", "points", "networks", "funding", "effects", "outlook"):
            assert all(fact.source for fact in getattr(case, part)), case.id
        assert all(mark.sources for mark in (*case.types, *case.fields)), case.id


def test_a_title_only_case_tells_nothing_of_its_content(catalog: Catalog) -> None:
    for case in catalog.cases.values():
        if case.evidence_level == "title_only":
            assert case.background == case.effects == case.funding == ()
            assert {mark.evidence for mark in case.types} <= {"title"}


def test_what_is_not_collected_says_that_it_is_not_zero(catalog: Catalog) -> None:
    silent = [count for count in catalog.counts.values() if count.not_collected_ja]
    brought = {each.id for each in catalog.sources.values() if each.brought}
    assert brought == {"grants"}
    assert {count.id for count in silent if not brought & count.read.keys()} == {
        "care_offices_210",
        "clinics_listed",
        "dental_clinics_listed",
        "pharmacies",
        "population_85_and_over_imputed",
        "premium",
    }
    assert all("という意味ではありません" in count.not_collected_ja for count in silent)


def test_what_has_a_position_has_a_name_and_a_field(catalog: Catalog) -> None:
    assert list(catalog.facilities) == ["hospital", "clinic", "dental_clinic", "pharmacy"]
    kinds = catalog.layouts["medical_institutions"]["service"]
    assert sorted(kinds.values()) == sorted(catalog.facilities)


def test_a_count_of_the_e_stat_api_is_the_same_item_as_in_ssdse(catalog: Catalog) -> None:
    asked = {count.id: item_of(count) for count in catalog.counts.values() if count.estat}
    assert len(asked) == 30
    tables = catalog.layouts["estat"]["tables"]
    for count, item in asked.items():
        assert item.table in tables, count
        assert tables[item.table] in catalog.sources
        assert item.categories == {"@cat01": catalog.counts[count].read["ssdse_a"]}, count
    assert {item.table for item in asked.values()} == set(tables)


@pytest.fixture
def damaged(paths: Paths, tmp_path: Path) -> Path:
    return shutil.copytree(paths.catalog, tmp_path / "catalog")


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "problem"),
    [
        (
            "indicators.toml",
            'numerator = \\["hospitals"\\]',
            'numerator = ["cats"]',
            "catalog_reference_unknown",
        ),
        ("indicators.toml", 'id = "share_75_and_over"', 'id = "share_65_and_over"', "catalog_id_twice"),
        ("indicators.toml", 'kind = "amount"', 'kind = "feeling"', "catalog_field_wrong"),
        ("indicators.toml", "decimals = 0", "decimal = 0", "catalog_field_wrong"),
        (
            "indicators.toml",
            'numerator = \\["certified_65_to_74", ',
            "numerator = [",
            "catalog_strata_unpaired",
        ),
        ("indicators.toml", "weights = \\[0.6, ", "weights = [", "catalog_weights_unpaired"),
        ("indicators.toml", "base_year = 2020\n", "", "catalog_base_year_missing"),
        ("counts.toml", "ssdse_a", "ssdse_z", "catalog_reference_unknown"),
        ("counts.toml", 'part_of = "', 'part_of = "no_', "catalog_reference_unknown"),
        (
            "features.toml",
            'indicator = "population"',
            'indicator = "hospitals_per_100000"',
            "catalog_feature_barred",
        ),
        ("features.toml", 'indicator = "population"', 'indicator = "happiness"', "catalog_reference_unknown"),
        ("features.toml", "size = 1.5", "size = 1.3", "catalog_weight_wrong"),
        ("features.toml", "size = 1.5", "size = 3.5", "catalog_weight_wrong"),
        ("features.toml", "size = 1.5", "hospitals = 1.5", "catalog_reference_unknown"),
        ("features.toml", 'transform = "log"', 'transform = "square"', "catalog_field_wrong"),
        ("terms.toml", "\\[\\[topic\\]\\]", "[[topic", "catalog_not_toml"),
    ],
)
def test_a_wrong_definition_is_named_in_one_sentence(
    damaged: Path, file: str, pattern: str, replacement: str, problem: str
) -> None:
    path = damaged / file
    text, replaced = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), count=1)
    assert replaced == 1
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=problem) as raised:
        load_catalog(damaged)
    assert file in sentence(raised.value)


def test_a_missing_file_is_named(damaged: Path) -> None:
    (damaged / "cases.toml").unlink()
    with pytest.raises(CatalogError, match="catalog_file_missing"):
        load_catalog(damaged)


def test_no_care_resource_is_a_feature(catalog: Catalog) -> None:
    for feature in catalog.features.values():
        indicator = catalog.indicators[feature.indicator]
        assert indicator.topic != "resources"
        assert not indicator.field


def test_every_feature_has_a_say_in_the_preset_of_all_sides(catalog: Catalog) -> None:
    assert list(catalog.presets) == ["overall", "aging", "place"]
    assert set(catalog.presets["overall"].weights) == set(catalog.features)
    assert {each.group for each in catalog.features.values()} == set(catalog.feature_groups)
