"""Weights of features as a link carries them: only what differs from a ready set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.catalog import HEAVIEST, WEIGHT_STEP
from carecompare.errors import SelectionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Catalog


BETWEEN, BEFORE_WEIGHT = ".", "-"
TENTHS = 10


def preset_weights(preset: str, catalog: Catalog) -> dict[str, float]:
    """Return the weight of every feature in a ready set; an empty name is the first set."""
    found = catalog.presets[preset or next(iter(catalog.presets))].weights
    return {feature: found.get(feature, 0.0) for feature in catalog.features}


def changed_weights(preset: str, changes: str, catalog: Catalog) -> dict[str, float]:
    """Return the weight of every feature.

    Parameters
    ----------
    preset : str
        Id of a ready set, or empty for the first.
    changes : str
        Feature and weight in tenths, for example ``size-25.aged85-0``.
    catalog : Catalog
        Definitions.

    Returns
    -------
    dict of str to float
        In the catalogue's order.

    Raises
    ------
    SelectionError
        If a feature is unknown, a weight is not one a slider can have, or all are 0.
    """
    weights = preset_weights(preset, catalog)
    for change in filter(None, changes.split(BETWEEN)):
        feature, _, tenths = change.partition(BEFORE_WEIGHT)
        if feature not in weights or tenths not in _WEIGHTS:
            raise SelectionError("weights_wrong", found=changes)
        weights[feature] = _WEIGHTS[tenths]
    if not any(weights.values()):
        raise SelectionError("weights_wrong", found=changes)
    return weights


def checked_weights(preset: str, changes: str, catalog: Catalog) -> str:
    """Return the shortest way to say the same changes.

    Parameters
    ----------
    preset, changes, catalog
        As for `changed_weights`.

    Returns
    -------
    str
        Empty where nothing differs from the ready set.

    Raises
    ------
    SelectionError
        As for `changed_weights`.
    """
    return written_weights(preset, changed_weights(preset, changes, catalog), catalog)


def written_weights(preset: str, weights: Mapping[str, float], catalog: Catalog) -> str:
    """Return weights as a link carries them."""
    usual = preset_weights(preset, catalog)
    return BETWEEN.join(
        f"{feature}{BEFORE_WEIGHT}{_NAMES[weight]}"
        for feature, weight in weights.items()
        if weight != usual[feature]
    )


_NAMES = {
    step * WEIGHT_STEP: f"{step * WEIGHT_STEP * TENTHS:.0f}"
    for step in range(int(HEAVIEST / WEIGHT_STEP) + 1)
}
_WEIGHTS = {name: weight for weight, name in _NAMES.items()}
