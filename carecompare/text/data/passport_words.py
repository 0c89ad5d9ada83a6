"""The words of a figure's passport: where it comes from, part by part."""

from __future__ import annotations

OPEN = "数値ごとの出典"
OPEN_HELP = "この図の数値が、何を何で割ったものか、どの資料のいつのものかを開きます。"
LEAD = (
    "一つの数値について、分子と分母、それぞれの資料・時点・版・利用条件と、収録した表のどの行かを示します。"
)
INDICATOR = "指標"
AREA = "市区町村・都道府県・全国"
YEAR = "年"
NO_FIGURE = "この市区町村のこの年の値は収録していません。"
SENTENCE = (
    "{year}の{area}の{indicator}は{value}。{numerator}（分子）÷ {denominator}（分母）× {per}で作っています"
)
SENTENCE_ADJUSTED = "{year}の{area}の{indicator}は{value}。年齢別の人数から作った標準化の値です"
SENTENCE_CHANGE = (
    "{year}の{area}の{indicator}は{value}。（{numerator} ÷ {base}の{denominator} － 1）× {per}で作っています"
)
SENTENCE_INDEX = "{year}の{area}の{indicator}は{value}。年齢別の人数に重みを掛けた合計{numerator} ÷ {base}の合計{denominator} × {per}で作っています"
SENTENCE_YEAR = "{area}の{indicator}は{value}。そのときの人数は{numerator}人です"
SENTENCE_PUBLISHED = "{year}の{area}の{indicator}は{value}"
# By the kind of the indicator; every other kind is one count divided by another, or one count.
SENTENCES = {
    "standardised": SENTENCE_ADJUSTED,
    "change": SENTENCE_CHANGE,
    "index": SENTENCE_INDEX,
    "year": SENTENCE_YEAR,
}
SILENT = "{year}の{area}の{indicator}は「{status}」です"
FIGURE = "値と作り方"
PARTS = "分子と分母のもと"
SIDES = {"numerator": "分子", "denominator": "分母", "series": "くらべた年"}
WEIGHT = "（×{weight:g}）"
SUBTRACTED = "（引く）"
COLUMNS = {
    "side": "役割",
    "count": "数えたもの",
    "value": "数",
    "year": "年",
    "status": "状態",
    "source": "資料",
    "publisher": "発行者",
    "as_of": "時点",
    "edition": "版",
    "licence": "利用条件",
    "file": "発行者のファイル",
    "row": "収録した表の行",
}
ITEM = "項目"
CONTENT = "内容"
VALUE = "値"
INTERVAL = "95%区間"
STATUS = "状態"
METHOD = "計算方法"
DENOMINATOR_YEAR = "分母の年の選び方"
NOTE = "読み方の注意"
CODE = "指標ID・コード"
ROW = "data/figures/{source}/{year}.csv の {area} の行、{count} の列"
SUMMED = "data/figures/{source}/{year}.csv の市区町村の {count} の列の合計"
OF_INSURER = "data/figures/{source}/{year}.csv の保険者 {area} の行、{count} の列"
SUMMED_INSURERS = "data/figures/{source}/{year}.csv の保険者の {count} の列の合計"
