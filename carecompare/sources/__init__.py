"""The way in: publishers' files → figures, one module per layout."""

from carecompare.sources.earlier import EarlierEdition, earlier_editions, restored
from carecompare.sources.edition import Edition, merged
from carecompare.sources.figure_cells import figure_cells
from carecompare.sources.figures import (
    Figures,
    read_figures,
    read_log,
    read_notes,
    read_offices,
    read_places,
)
from carecompare.sources.importing import Preview, imported, prepared
from carecompare.sources.lock import import_under_way
from carecompare.sources.notes import Note
from carecompare.sources.places import Places
from carecompare.sources.publishers.town_points_table import read_town_points
from carecompare.sources.readers import Reader, read_file, reader_of
from carecompare.sources.reading import Reading
from carecompare.sources.writing import write_edition

__all__ = [
    "EarlierEdition",
    "Edition",
    "Figures",
    "Note",
    "Places",
    "Preview",
    "Reader",
    "Reading",
    "earlier_editions",
    "figure_cells",
    "import_under_way",
    "imported",
    "merged",
    "prepared",
    "read_figures",
    "read_file",
    "read_log",
    "read_notes",
    "read_offices",
    "read_places",
    "read_town_points",
    "reader_of",
    "restored",
    "write_edition",
]
