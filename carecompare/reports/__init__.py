"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.slide_deck import SlideDeck, SlideItem, SlideMaster

__all__ = ["CsvFile", "SlideDeck", "SlideItem", "SlideMaster", "characters_lacking", "csv_file"]
