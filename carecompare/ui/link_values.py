"""What some parts of a link may say."""

from __future__ import annotations

import re

from carecompare.comparisons import FACTORS, FEWEST, MOST

AGAINST = ("nation", "prefecture", "peers")
COUNTS = tuple(str(count) for count in range(FEWEST, MOST + 1))
SHEET_YEARS = tuple(str(year) for year in range(2013, 2100))
STEPS = tuple(str(number) for number in range(1, 10))
FROZEN = re.compile(r"f[0-9a-f]{12}")
FINDING = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
REGISTERED = re.compile(r"r[0-9]{1,9}-[0-9]{1,4}")
YEAR = re.compile(r"[0-9]{1,4}", re.ASCII)
MINUTES = re.compile(r"[1-9][0-9]{0,2}")
TIMES = tuple(f"{factor:g}" for factor in FACTORS)
