"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.paper import Drawing, Paper
from carecompare.reports.paper_face import Face, face_paper
from carecompare.reports.paper_handout import HandoutPage, handout_paper
from carecompare.reports.paper_pair import PairSheet, pair_paper
from carecompare.reports.paper_pdf import PaperFile, drawing, letters_lacking, paper_file
from carecompare.reports.paper_sheet import Chapter, SheetOfAll, sheet_paper
from carecompare.reports.paper_worksheet import WorksheetRow, WorksheetStagePage, worksheet_paper
from carecompare.reports.slide_deck import SlideDeck, SlideItem, SlideMaster
from carecompare.reports.table_workbook import table_workbook
from carecompare.reports.worksheet_workbook import WordSheet, worksheet_workbook

__all__ = [
    "Chapter",
    "CsvFile",
    "Drawing",
    "Face",
    "HandoutPage",
    "PairSheet",
    "Paper",
    "PaperFile",
    "SheetOfAll",
    "SlideDeck",
    "SlideItem",
    "SlideMaster",
    "WordSheet",
    "WorksheetRow",
    "WorksheetStagePage",
    "characters_lacking",
    "csv_file",
    "drawing",
    "face_paper",
    "handout_paper",
    "letters_lacking",
    "pair_paper",
    "paper_file",
    "sheet_paper",
    "table_workbook",
    "worksheet_paper",
    "worksheet_workbook",
]
