"""From findings to fields and types of initiative, with the real definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons import Finding, Led, led

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

HALLS, BEDS, VISITS = (
    "community_halls_per_100000",
    "hospital_beds_per_100000",
    "care_offices_110_per_1000_75_and_over",
)


def led_by(catalog: Catalog, *found: Finding) -> tuple[Led, ...]:
    return led(found, catalog.leads.values(), catalog.indicators, catalog.initiative_types)


def beyond(indicator: str, way: str, topic: str, field: str = "") -> Finding:
    return Finding("beyond", way, (indicator,), topic, field, 2023)


def test_a_high_certification_rate_leads_to_prevention_and_gathering_places(catalog: Catalog) -> None:
    (one,) = led_by(catalog, beyond("certification_rate_standardised", "higher", "care_need"))
    assert one.fields == ("予防",)
    assert one.types == ("preventive_care", "social_participation", "gathering_places")
    assert led_by(catalog, beyond("certification_rate_standardised", "lower", "care_need")) == ()


def test_scarce_resources_lead_to_every_type_of_their_field_and_plenty_to_nothing(catalog: Catalog) -> None:
    (one,) = led_by(catalog, beyond(HALLS, "lower", "resources", "予防"))
    assert one.fields == ("予防",)
    assert set(one.types) == {each.id for each in catalog.initiative_types.values() if each.field == "予防"}
    assert led_by(catalog, beyond(HALLS, "higher", "resources", "予防")) == ()


def test_high_need_with_scarce_services_leads_to_both(catalog: Catalog) -> None:
    found = Finding("mismatch", "higher", ("certification_rate", VISITS, BEDS), "resources", "介護", 2023)
    (one,) = led_by(catalog, found)
    assert set(one.leads) == {"scarce_resources", "high_certification"}
    assert set(one.fields) == {"予防", "介護", "医療"}
    assert {"preventive_care", "round_the_clock_services", "home_medical_care"} <= set(one.types)


def test_low_need_with_many_services_leads_nowhere(catalog: Catalog) -> None:
    assert (
        led_by(catalog, Finding("mismatch", "lower", ("certification_rate", VISITS, BEDS), "resources")) == ()
    )


def test_findings_keep_their_order_and_a_peak_leads_to_the_workforce(catalog: Catalog) -> None:
    peak = Finding("peak", "peak", (), "aging", "", 2030)
    alone = beyond("share_living_alone_65_and_over", "higher", "households")
    first, second = led_by(catalog, peak, beyond("population", "higher", "population"), alone)
    assert "workforce_development" in first.types
    assert "watching_over" in second.types


def test_every_type_a_lead_names_is_meant_and_every_lead_names_something(catalog: Catalog) -> None:
    for each in catalog.leads.values():
        assert each.of_finding or each.types
        assert each.of_finding or each.fields
