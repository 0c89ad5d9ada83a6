"""The words by which exports of the 見える化 system are recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal


# File names
FILE_LAYOUTS = {"時系列": "series", "地域別": "areas"}
FILE_MARKS = "✕×☓✗x"
# Sheets, by the beginning of their names; the first that fits is read.
TABLE_SHEETS = ("表形式", "表")
SHEET_LAYOUTS = {"時系列": "series", "地域別": "areas"}
ANALYSIS_SHEETS = ("表", "順位")
EXPORTED_ON = "出力日"
OWN_AREA = "確認している地域"
NATION = "全国"
# Nobody filled these in: the system's own names of rows and columns.
FILLER = r"(?:行|列)[0-9]+"
# What stands before the name of an adjusted series, and what it is called here.
MODES: dict[str, Literal["focus", "compared"]] = {
    "【注目する地域のみ】": "focus",
    "【他地域と比較】": "compared",
}
BLANKS = frozenset({"", "-", "‐", "－", "–", "—", "―", "−", "ー", "***", "*", "…", "...", "N/A", "n/a"})
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
FIRST_OF_ERA = "元"
PERIOD = (
    r"(?P<era>令和|平成|昭和|[RHS])?(?P<number>元|[0-9]{1,4})(?P<unit>年度|年)?"
    r"(?:(?P<month>[0-9]{1,2})月)?(?P<end>末)?(?P<at>時点)?(?P<rest>\(.*\))?"
)
FISCAL = "年度"
PER_CENT = "%"  # behind the figure of a cell formatted as per cent
UNTIL = "まで"
# Left out when two names are compared for being mistaken for each other.
LOOK_ALIKE_ENDINGS = ("者数", "人数", "者", "数", "率", "割合")
# Their March is that of the fiscal year before: figures of the accounts.
ACCOUNTS_CODES = ("D47", "D48")
# Grants: the year the work was done in, one before the year it is counted in elsewhere.
GRANT_CODES = tuple(f"W{number}" for number in range(126, 131))
# Series that are the same as an indicator here, beside those with its own name.
SAME_AS = {
    "合計認定率": "certification_rate",
    "認定率": "certification_rate",
    "総人口": "population",
    "高齢化率": "share_65_and_over",
}
