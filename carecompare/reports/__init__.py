"""What leaves the dashboard as a file."""

from carecompare.reports.csv import CsvFile, csv_file

__all__ = ["CsvFile", "csv_file"]
