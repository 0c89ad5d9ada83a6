"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file

__all__ = ["CsvFile", "characters_lacking", "csv_file"]
