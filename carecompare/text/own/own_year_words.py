"""The words of years in uploaded tables, and of which kind of figure stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal


ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "R.": 2018,
    "H.": 1988,
    "S.": 1925,
    "R": 2018,
    "H": 1988,
    "S": 1925,
}
FIRST = "元"
WESTERN = "西暦|FY"
FISCAL = "年度"
UNIT = "年度|年"
MONTH, DAY = "月", "日"
END = "末日?"
# What may stand beside a year and changes nothing: brackets, strokes between two names of one year, "as of".
BESIDE = r"[()\[\]【】/・,、=]|時点|現在"
STATUSES: dict[str, Literal["actual", "expected", "planned"]] = {
    "実績": "actual",
    "実績値": "actual",
    "実績数": "actual",
    "確定": "actual",
    "確定値": "actual",
    "決算": "actual",
    "見込": "expected",
    "見込み": "expected",
    "見込値": "expected",
    "見込み値": "expected",
    "見込量": "expected",
    "見込数": "expected",
    "推計": "expected",
    "推計値": "expected",
    "計画": "planned",
    "計画値": "planned",
    "計画量": "planned",
    "計画数": "planned",
    "目標": "planned",
    "目標値": "planned",
}
STATUS_WORDS = {"": "", "actual": "実績", "expected": "見込み", "planned": "計画"}
