"""Figures and catalogue in, store out."""

from carecompare.build.corrections import check_corrections
from carecompare.build.map_files import fresh_map, map_version
from carecompare.build.process import Builder, Building
from carecompare.build.run import build_store
from carecompare.build.tidy import tidy
from carecompare.build.turn import MAPS as MAP_FOLDER

__all__ = [
    "MAP_FOLDER",
    "Builder",
    "Building",
    "build_store",
    "check_corrections",
    "fresh_map",
    "map_version",
    "tidy",
]
