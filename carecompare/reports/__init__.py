"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file
from carecompare.reports.table_workbook import table_workbook

__all__ = ["CsvFile", "characters_lacking", "csv_file", "table_workbook"]
