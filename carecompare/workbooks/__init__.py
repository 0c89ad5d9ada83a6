"""The one reader of workbooks: of publishers' files and of those that anybody may have made."""

from carecompare.workbooks.archive import MARK, PUBLISHED, UPLOADED, Limits
from carecompare.workbooks.reader import cell_text, sheets

__all__ = ["MARK", "PUBLISHED", "UPLOADED", "Limits", "cell_text", "sheets"]
