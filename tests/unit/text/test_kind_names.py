"""Whatever a town keeps has a name in Japanese."""

from __future__ import annotations

from carecompare.own import KINDS
from carecompare.text.own.mieruka_words import KIND_NAMES


def test_every_kind_has_its_own_name_and_no_name_is_left_of_a_kind_that_is_gone() -> None:
    assert set(KIND_NAMES) == set(KINDS)
    assert len(set(KIND_NAMES.values())) == len(KINDS)
