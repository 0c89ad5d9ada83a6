"""The groups of the menu."""

from __future__ import annotations

MENU = {
    "": ("home",),
    "見る": ("aging", "care_need", "resources", "reach", "reach_offices", "map"),
    "くらべる": ("peers", "analysis_sheet", "decomposition"),
    "考える": ("findings", "questions", "initiatives", "find_initiatives", "own_initiatives", "worksheet"),
    "伝える": ("papers", "present", "frozen"),
    "データ": ("own_data", "mieruka", "passport", "data_health", "sources"),
}
