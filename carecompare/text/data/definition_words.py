"""Words in which the page on sources says how a figure is made."""

from __future__ import annotations

KINDS = {
    "proportion": "割合",
    "density": "密度",
    "amount": "量・比",
    "standardised": "標準化",
    "change": "増減率",
    "index": "指数",
    "published": "公表値",
    "year": "年",
}
STANDARDISED_AS = (
    "{formula}。年齢区分をそろえ、全国の年齢別の率から見込まれる人数に対する比に全国の率を掛けたもの"
)
CHANGE_AS = "{formula}（その年 ÷ {year} － 1）"
INDEX_AS = "{formula}（その年 ÷ {year}）"
WEIGHTED = "{label}×{weight:g}"
YEAR_AS = "{formula}が最も多い年"
DENOMINATOR_YEAR_IS = "分母は{year}"
DENOMINATOR_YEARS = {
    "latest_before": "その年以前で最も新しい国勢調査の年",
    "nearest": "最も近い年",
    "five_years_before": "5年前",
    "base": "{year}年",
}

# The page on data and sources.
SOURCES_SEARCH = "さがす（指標・件数・出典・発行者の言葉で）"
SOURCES_PART = "見る表"
RECORD = "1件の全部（作り方・注・公表ページなど）"
RECORD_NONE = "上の表から選ぶ"
RECORD_COLUMNS = ("項目", "内容")
SOURCES_INDICATORS = "指標"
SOURCES_COUNTS = "件数（分子・分母になる数）"
SOURCES_SOURCES = "出典"
SOURCES_FAMILY_NOTE = "介護サービスの密度には、75歳以上・65歳以上・全住民あたりの3とおりがあります。"
