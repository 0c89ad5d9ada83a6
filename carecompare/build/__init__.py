"""Figures and catalogue in, store out."""

from carecompare.build.corrections import check_corrections
from carecompare.build.map_files import FOLDER as MAP_FOLDER
from carecompare.build.map_files import fresh_map, map_version
from carecompare.build.run import build_store, fingerprint, fresh_store

__all__ = [
    "MAP_FOLDER",
    "build_store",
    "check_corrections",
    "fingerprint",
    "fresh_map",
    "fresh_store",
    "map_version",
]
