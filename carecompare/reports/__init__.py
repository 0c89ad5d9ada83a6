"""What leaves the dashboard as a file; whoever draws one imports its module, and with it what draws."""

from carecompare.reports.csv import CsvFile, characters_lacking, csv_file, csv_of, table_csv

__all__ = [
    "CsvFile",
    "characters_lacking",
    "csv_file",
    "csv_of",
    "table_csv",
]
