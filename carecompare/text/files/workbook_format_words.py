"""The words of formats of cells that say what a number is."""

from __future__ import annotations

FISCAL = "年度"
# Before a number that is the year of an era: a cell that holds 7 and shows 令和7年度.
ERA_BEFORE = frozenset({"令和", "平成", "昭和", "R", "H", "S", "R.", "H.", "S."})
