"""How often a rate is lower at every age and higher in all, over every pair of insurers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from carecompare.comparisons import decomposed
from carecompare.comparisons.decomposition import CERTIFIED, INSURED
from carecompare.store import areas, counts_in_year

if TYPE_CHECKING:
    from carecompare.store import Store


def test_one_pair_in_seven_that_is_lower_at_every_age_is_higher_in_all(store: Store) -> None:
    counts = counts_in_year(store, [*CERTIFIED, *INSURED], 2023)
    level = {each["area"]: each["level"] for each in areas(store)}
    insurers = sorted(area for area in counts if level[area] == "insurer")
    table = np.array([[counts[area][name] for name in (*CERTIFIED, *INSURED)] for area in insurers])
    known = ~np.isnan(table).any(axis=1)
    table, insurers = table[known], [area for area, is_known in zip(insurers, known, strict=True) if is_known]
    by_age = table[:, :3] / table[:, 3:]
    crude = table[:, :3].sum(axis=1) / table[:, 3:].sum(axis=1)
    lower = (by_age[:, None, :] < by_age[None, :, :]).all(axis=2)
    reversed_too = lower & (crude[:, None] > crude[None, :])
    share = 100 * reversed_too.sum() / lower.sum()
    assert len(insurers) == 1571
    assert share == pytest.approx(13.5, abs=0.05)
    rng = np.random.default_rng(2013)
    pairs = np.argwhere(reversed_too)
    for one, other in pairs[rng.choice(len(pairs), 50, replace=False)]:
        assert decomposed(counts, {}, insurers[one], [insurers[other]]).reversal == "lower"
    straight = np.argwhere(lower & ~reversed_too)
    for one, other in straight[rng.choice(len(straight), 50, replace=False)]:
        assert decomposed(counts, {}, insurers[one], [insurers[other]]).reversal == ""
