"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.csvw import Described, Origin, csvw_zip
from carecompare.reports.revisions import Revision, revisions
from carecompare.reports.slide_deck import SlideDeck, SlideItem, SlideMaster
from carecompare.reports.table_workbook import table_workbook
from carecompare.reports.worded_picture import picture_png, picture_svg
from carecompare.reports.workbook import Shown, workbook
from carecompare.reports.workbook_country import CountryColumn, CountryRow, country_workbook
from carecompare.reports.workbook_sheets import Cover, Figures, Listing
from carecompare.reports.worksheet_workbook import WordSheet, worksheet_workbook

__all__ = [
    "CountryColumn",
    "CountryRow",
    "Cover",
    "CsvFile",
    "Described",
    "Figures",
    "Listing",
    "Origin",
    "Revision",
    "Shown",
    "SlideDeck",
    "SlideItem",
    "SlideMaster",
    "WordSheet",
    "characters_lacking",
    "country_workbook",
    "csv_file",
    "csvw_zip",
    "picture_png",
    "picture_svg",
    "revisions",
    "table_workbook",
    "workbook",
    "worksheet_workbook",
]
