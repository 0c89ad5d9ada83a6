"""What leaves the dashboard as a file."""

from carecompare.reports.book import PrintedBook, PrintedChapter, PrintedFigure
from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.csvw import Described, csvw_zip
from carecompare.reports.papers.book import book_paper
from carecompare.reports.papers.face import Face, face_paper
from carecompare.reports.papers.handout import HandoutPage, handout_paper
from carecompare.reports.papers.pair import PairSheet, pair_paper
from carecompare.reports.papers.paper import Drawing, Paper
from carecompare.reports.papers.pdf import PaperFile, drawing, letters_lacking, paper_file
from carecompare.reports.papers.sheet import Chapter, SheetOfAll, sheet_paper
from carecompare.reports.papers.tables import PaperTable, tables_paper
from carecompare.reports.papers.worksheet import WorksheetRow, WorksheetStagePage, worksheet_paper
from carecompare.reports.pictures.worded_picture import picture_png, picture_svg
from carecompare.reports.revisions import Revision, revisions
from carecompare.reports.slides.deck import SlideDeck, SlideItem, SlideMaster
from carecompare.reports.workbooks.country import CountryColumn, CountryRow, country_workbook
from carecompare.reports.workbooks.numbers import NumberSheet
from carecompare.reports.workbooks.sheets import Cover, Figures, Listing
from carecompare.reports.workbooks.table import table_workbook
from carecompare.reports.workbooks.workbook import Shown, workbook
from carecompare.reports.workbooks.worksheet import WordSheet, worksheet_workbook

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
    "NumberSheet",
    "PairSheet",
    "Paper",
    "PaperFile",
    "PaperTable",
    "PrintedBook",
    "PrintedChapter",
    "PrintedFigure",
    "Revision",
    "SheetOfAll",
    "Shown",
    "SlideDeck",
    "SlideItem",
    "SlideMaster",
    "WordSheet",
    "WorksheetRow",
    "WorksheetStagePage",
    "book_paper",
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
    "tables_paper",
    "workbook",
    "worksheet_paper",
    "worksheet_workbook",
]
