"""Which figures rest on few: what is counted, who could be, and of which measures."""

from __future__ import annotations

# Below these a rate says more about chance than about the place.
FEW_EVENTS = 10
FEW_RESIDENTS = 100

RATES = ("wilson", "exact", "byar", "indirect")
