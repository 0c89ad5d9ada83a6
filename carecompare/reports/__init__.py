"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.csvw import Described, csvw_zip
from carecompare.reports.paper import Drawing, Paper
from carecompare.reports.paper_face import Face, face_paper
from carecompare.reports.paper_handout import HandoutPage, handout_paper
from carecompare.reports.paper_pair import PairSheet, pair_paper
from carecompare.reports.paper_pdf import PaperFile, drawing, letters_lacking, paper_file
from carecompare.reports.paper_sheet import Chapter, SheetOfAll, sheet_paper
from carecompare.reports.paper_worksheet import WorksheetRow, WorksheetStagePage, worksheet_paper
from carecompare.reports.revisions import Revision, revisions
from carecompare.reports.slide_deck import SlideDeck, SlideItem, SlideMaster
from carecompare.reports.table_workbook import table_workbook
from carecompare.reports.worded_picture import picture_png, picture_svg
from carecompare.reports.workbook import Shown, workbook
from carecompare.reports.workbook_country import CountryColumn, CountryRow, country_workbook
from carecompare.reports.workbook_sheets import Cover, Figures, Listing
from carecompare.reports.worksheet_workbook import WordSheet, worksheet_workbook

__all__ = [
    "Chapter",
    "CountryColumn",
    "CountryRow",
    "Cover",
    "CsvFile",
    "Described",
    "Drawing",
    "Face",
    "Figures",
    "HandoutPage",
    "Listing",
    "PairSheet",
    "Paper",
    "PaperFile",
    "Revision",
    "SheetOfAll",
    "Shown",
    "SlideDeck",
    "SlideItem",
    "SlideMaster",
    "WordSheet",
    "WorksheetRow",
    "WorksheetStagePage",
    "characters_lacking",
    "country_workbook",
    "csv_file",
    "csvw_zip",
    "drawing",
    "face_paper",
    "handout_paper",
    "letters_lacking",
    "pair_paper",
    "paper_file",
    "picture_png",
    "picture_svg",
    "revisions",
    "sheet_paper",
    "table_workbook",
    "workbook",
    "worksheet_paper",
    "worksheet_workbook",
]
