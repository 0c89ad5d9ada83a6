"""The words by which an uploaded table is recognised, and those of the template."""

from __future__ import annotations

# Headings by what their column holds, compared after NFKC, without blanks and brackets, in small letters.
HEADINGS: dict[str, tuple[str, ...]] = {
    "item": ("指標", "指標名", "項目", "項目名", "indicator", "item", "id", "指標id"),
    "year": (
        "年",
        "年次",
        "年度",
        "時点",
        "西暦",
        "年月日",
        "年月",
        "日付",
        "基準日",
        "調査年月日",
        "調査時点",
        "year",
        "fiscalyear",
        "fy",
        "date",
    ),
    "value": ("独自値", "値", "数値", "実績", "実績値", "value", "figure", "ownvalue"),
    "unit": ("単位", "unit"),
    "place": (
        "地域",
        "地域名",
        "区域",
        "圏域",
        "日常生活圏域",
        "市区町村",
        "市町村",
        "自治体",
        "area",
        "place",
        "municipality",
    ),
    "note": ("備考", "注", "注記", "メモ", "note", "notes", "remark", "remarks", "comment"),
    "source": ("出典", "根拠", "資料", "資料名", "source"),
    "status": ("実績・見込み・計画", "実績・見込・計画", "status"),
    "ignored": (
        "#",
        "no",
        "no.",
        "番号",
        "連番",
        "公表値",
        "公表の年",
        "公表されている値",
        "published",
        "publishedvalue",
    ),
}
OWN_ITEM = r"\s*(?:独自項目|独自|own)\s*[:：]\s*"
OWN_ITEM_SHOWN = "独自："
PER_CENT = "%"
# What a unit may be called besides its own name.
SAME_UNITS = {
    "%": ("%", "パーセント", "percent", "pct"),
    "人": ("人", "名", "persons", "people"),
    "か所": ("か所", "カ所", "ヵ所", "箇所", "ヶ所", "ケ所"),
}
# What may stand in brackets behind the name of an own item, besides the units above.
COUNTERS = frozenset(
    [
        "回",
        "件",
        "円",
        "千円",
        "百万円",
        "世帯",
        "床",
        "団体",
        "グループ",
        "施設",
        "事業所",
        "日",
        "時間",
        "台",
        "戸",
        "校",
        "クラブ",
        "組",
        "点",
        "歳",
        "km",
        "km2",
        "m2",
        "ha",
    ]
)
# In what a heading without a unit counts, by its ending.
COUNTED_IN = {
    "者数": "人",
    "人数": "人",
    "人口": "人",
    "世帯数": "世帯",
    "箇所数": "か所",
    "か所数": "か所",
    "事業所数": "か所",
    "施設数": "か所",
    "件数": "件",
    "回数": "回",
}
MULTIPLES = {"千": 1_000.0, "万": 10_000.0, "百万": 1_000_000.0}

# The template
TEMPLATE_SHEET = "自町データ"
TEMPLATE_LIST = "指標の一覧"
TEMPLATE_HELP = "書き方"
TEMPLATE_COLUMNS = {
    "item": "指標",
    "unit": "単位",
    "published_year": "公表の年",
    "published": "公表値",
    "year": "年",
    "value": "独自値",
    "status": "実績・見込み・計画",
    "place": "地域",
    "note": "備考",
    "source": "出典",
}
TEMPLATE_LIST_COLUMNS = ("指標", "単位", "ID")
TEMPLATE_HINTS = {
    "item": ("指標", "一覧から選びます。一覧にないものは「独自：」で始めて、単位も書きます。"),
    "year": ("年", "2025、令和7年度、R7、令和7年3月末、2025/10/1のどの書き方でもかまいません。"),
    "value": ("独自値", "数だけを書きます。空欄の行は読みません。"),
    "status": ("実績・見込み・計画", "見込みや計画の数のときだけ選びます。空欄のままでもかまいません。"),
    "place": ("地域", "空欄は自町です。独自の地域は、画面で追加すると選べます。"),
}
TEMPLATE_LINES = (
    "{own}の自町データの様式です。「自町データ」のシートの「年」と「独自値」を入れて、画面で読み込みます。",
    "「公表値」は参考です。書きかえても取り込まれません。公表値が独自値で置きかわることもありません。",
    "「独自値」が空欄の行は読みません。使わない行はそのままでかまいません。",
    "割合は%の数（31.4）で書きます。0.314ではありません。",
    "人口は人で書きます。千人ではありません。",
    "年は 2025、令和7年度、R7、令和7年3月末、2025/10/1 のどれでもかまいません。3月末は前の年度の末として読みます。",
    "見込みや計画の数は「実績・見込み・計画」の列に書くか、「令和7年度（見込み）」のように年に添えます。",
    "一覧にない数は、指標を「独自：通いの場の数」のように書き、単位も書きます。",
    "行は増やしてかまいません。同じ地域・指標・年は1行だけにします。",
    "備考と出典は文字としてだけ扱います。式やHTMLを書いても動きません。",
)
TEMPLATE_FILE = "自町データの様式_{own}"
