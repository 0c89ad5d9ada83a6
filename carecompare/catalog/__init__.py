"""What is compared: definitions read from ``data/catalog`` into frozen records."""

from carecompare.catalog.cases import Case, CaseFact, CaseMark
from carecompare.catalog.features import HEAVIEST, WEIGHT_STEP, Feature, FeatureGroup, Preset
from carecompare.catalog.load import Catalog, load_catalog
from carecompare.catalog.plan import (
    CheckItem,
    CheckView,
    Missing,
    PlanDraft,
    PlanGuide,
    SpecialArea,
    SpecialStep,
)
from carecompare.catalog.records import (
    Basis,
    Correction,
    Count,
    Facility,
    Field,
    Imputed,
    Indicator,
    InitiativeType,
    Lead,
    Projection,
    Service,
    Source,
    Topic,
)
from carecompare.catalog.worksheet import WorksheetItem, WorksheetOutline, WorksheetPart, WorksheetStage

__all__ = [
    "HEAVIEST",
    "WEIGHT_STEP",
    "Basis",
    "Case",
    "CaseFact",
    "CaseMark",
    "Catalog",
    "CheckItem",
    "CheckView",
    "Correction",
    "Count",
    "Facility",
    "Feature",
    "FeatureGroup",
    "Field",
    "Imputed",
    "Indicator",
    "InitiativeType",
    "Lead",
    "Missing",
    "PlanDraft",
    "PlanGuide",
    "Preset",
    "Projection",
    "Service",
    "Source",
    "SpecialArea",
    "SpecialStep",
    "Topic",
    "WorksheetItem",
    "WorksheetOutline",
    "WorksheetPart",
    "WorksheetStage",
    "load_catalog",
]
