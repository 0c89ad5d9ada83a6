"""The features by which municipalities are found to be alike, and ready sets of weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carecompare.catalog.records import Record
from carecompare.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog.records import Indicator

FILE = "features.toml"
# Care resources are what peers are compared by: chosen as features they would make the comparison circular.
BARRED_TOPIC = "resources"
HEAVIEST = 3.0
WEIGHT_STEP = 0.5

Transform = Literal["none", "log", "clip"]


class FeatureGroup(Record, frozen=True):
    """Features that tell of the same side of a municipality."""

    id: str
    label_ja: str


class Feature(Record, frozen=True):
    """One indicator as a feature.

    Its logarithm is taken where sizes differ by multiples; it is clipped to the middle 98 % of municipalities
    where single places would stretch the scale for all.
    """

    id: str
    label_ja: str
    indicator: str
    group: str
    transform: Transform = "none"
    note_ja: str = ""


class Preset(Record, frozen=True):
    """Weights by feature; a feature that is not named has none."""

    id: str
    label_ja: str
    note_ja: str
    weights: dict[str, float]


def check_features(
    features: Mapping[str, Feature],
    groups: Mapping[str, FeatureGroup],
    presets: Mapping[str, Preset],
    indicators: Mapping[str, Indicator],
) -> None:
    """Check that every reference resolves, that no care resource is a feature, and that weights can be set.

    Parameters
    ----------
    features, groups, presets, indicators : mapping
        By id.

    Raises
    ------
    CatalogError
        If a reference leads nowhere, a feature is a care resource, or a weight cannot be set by its slider.
    """
    for feature in features.values():
        for name, known in ((feature.indicator, indicators), (feature.group, groups)):
            if name not in known:
                raise CatalogError("catalog_reference_unknown", file=FILE, found=name, row=feature.id)
        indicator = indicators[feature.indicator]
        if indicator.topic == BARRED_TOPIC or indicator.field:
            raise CatalogError("catalog_feature_barred", file=FILE, found=indicator.id, row=feature.id)
    for preset in presets.values():
        for name, weight in preset.weights.items():
            if name not in features:
                raise CatalogError("catalog_reference_unknown", file=FILE, found=name, row=preset.id)
            if not 0 <= weight <= HEAVIEST or weight % WEIGHT_STEP:
                raise CatalogError(
                    "catalog_weight_wrong", file=FILE, found=weight, expected=HEAVIEST, row=preset.id
                )
        if not any(preset.weights.values()):
            raise CatalogError("weights_all_zero", file=FILE, row=preset.id)
