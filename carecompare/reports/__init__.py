"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.slide_deck import SlideDeck, SlideItem, SlideMaster
from carecompare.reports.table_workbook import table_workbook
from carecompare.reports.worksheet_workbook import WordSheet, worksheet_workbook

__all__ = [
    "CsvFile",
    "SlideDeck",
    "SlideItem",
    "SlideMaster",
    "WordSheet",
    "characters_lacking",
    "csv_file",
    "table_workbook",
    "worksheet_workbook",
]
