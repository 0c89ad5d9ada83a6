"""What files may hold, coming in and going out: one definition for whoever opens or writes them. Pure."""

from __future__ import annotations

from typing import Annotated

import msgspec

# Beyond this nothing is counted, and sums of what is kept would end in infinity: a file may hold 1e308.
LARGEST = 1e15
Number = Annotated[float, msgspec.Meta(ge=-LARGEST, le=LARGEST)]
Year = Annotated[int, msgspec.Meta(ge=1, le=9_999)]
# 0 stands for no year.
YearIfAny = Annotated[int, msgspec.Meta(ge=0, le=9_999)]
Decimals = Annotated[int, msgspec.Meta(ge=0, le=15)]
# Of a row, a column or a category, counted from 0, and of a chapter, from 1.
Place = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
PlaceIfAny = Annotated[int, msgspec.Meta(ge=-1, le=1_000_000)]

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
