"""What files may hold, coming in and going out: one definition for whoever opens or writes them. Pure."""

from __future__ import annotations

# What a publisher's table or workbook may unpack to.
LARGEST_PUBLISHED_BYTES = 200_000_000
# What a workbook that anybody may have made may unpack to.
LARGEST_UPLOADED_BYTES = 100_000_000
# The emptiest of the publishers' tables packs about forty to one; a bomb packs a thousand to one.
HIGHEST_RATIO = 200
MOST_TABLES_IN_ARCHIVE = 10
MOST_PARTS_OF_WORKBOOK = 500
# An archive of a planner's exports: the whole system has about 740 of them.
MOST_EXPORTS = 3_000
LARGEST_ARCHIVE_BYTES = 400_000_000
LARGEST_EXPORT_BYTES = 20_000_000
# How a workbook is written: cells are text or numbers by what they are, never by what they look like.
INERT_WORKBOOK = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
