"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.paper import Drawing, Paper
from carecompare.reports.paper_face import Face, face_paper
from carecompare.reports.paper_pdf import PaperFile, drawing, letters_lacking, paper_file
from carecompare.reports.paper_sheet import Chapter, SheetOfAll, sheet_paper

__all__ = [
    "Chapter",
    "CsvFile",
    "Drawing",
    "Face",
    "Paper",
    "PaperFile",
    "SheetOfAll",
    "characters_lacking",
    "csv_file",
    "drawing",
    "face_paper",
    "letters_lacking",
    "paper_file",
    "sheet_paper",
]
