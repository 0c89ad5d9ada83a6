from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carecompare.errors import SelectionError
from carecompare.views.base.weights import changed_weights, checked_weights, written_weights

if TYPE_CHECKING:
    from carecompare.catalog import Catalog


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(0, 6), min_size=40, max_size=40).filter(lambda halves: any(halves[:11])),
    st.sampled_from(["", "aging", "place"]),
)
def test_weights_come_back_from_a_link_as_they_went_in(
    catalog: Catalog, halves: list[int], preset: str
) -> None:
    weights = {name: half / 2 for name, half in zip(catalog.features, halves, strict=False)}
    written = written_weights(preset, weights, catalog)
    assert changed_weights(preset, written, catalog) == weights
    assert checked_weights(preset, written, catalog) == written


def test_the_first_preset_is_meant_where_none_is_named(catalog: Catalog) -> None:
    assert changed_weights("", "", catalog) == catalog.presets["overall"].weights


def test_a_link_says_only_what_differs(catalog: Catalog) -> None:
    assert checked_weights("aging", "size-5.tax-10", catalog) == "tax-10"


@pytest.mark.parametrize("wrong", ["size", "size-", "size-1e1", "-10", "size--5", "size-10-5", "大-10"])
def test_what_is_no_weight_is_an_error(catalog: Catalog, wrong: str) -> None:
    with pytest.raises(SelectionError, match="weights_wrong"):
        changed_weights("", wrong, catalog)
