"""Words of the page with maps."""

from __future__ import annotations

from carecompare.text.format import municipalities, number

PREPARING = "地図の境界を準備しています（はじめの1回だけ、数秒）。"
NO_BOUNDARIES = "市区町村の境界がまだ取り込まれていないため、地図を描けません。下の表は見られます。"
VIEW = "見るもの"
VIEWS = {
    "areas": "指標を全国で塗り分ける",
    "offices": "自町の事業所・施設",
    "pair": "2つの市区町村を同じ縮尺で",
}
ITEM = "指標（名前で探せます）"
ITEM_OPTION = "{topic}｜{label}"
ZOOM = "地図の範囲"
ZOOMS = {"own": "自町", "prefecture": "都道府県", "nation": "全国"}
ADD = "地図で選んだ市区町村をくらべる相手に加える"
ADD_PLACEHOLDER = "市区町村名・よみ・コードで選ぶ（地図を押しても加わります）"
ADD_HELP = (
    "加えると、くらべる相手は「自由に選ぶ」に変わります。いま見ている相手が20以下なら、そのまま残ります。"
)
AMONG_NATION = "全国の"
FIGURES_HIDDEN = "地図が出ないパソコン（WebGLの使えない画面）では、右の凡例と表、CSVで同じ値を見られます。"
OWN_IS_OUTLINED = (
    "赤い枠＝自町　太い黒枠＝くらべる相手　細い黒線＝都道府県の境（全国では白線）　白線＝市区町村の境"
)
TOO_MANY_OUTLINES = "くらべる相手が{most}を超えるため、黒い枠は省いています。"
LEGEND = "単位：{unit}。市区町村の数がほぼ同じ{count}区分"
LEGEND_CLASS = "{lowest}〜{highest}"
LEGEND_ONE = "{figure}"
LEGEND_REFERENCE = "参考：数が10未満、保険者の値、年齢不詳が多いなど（色も順位も付けません）"
LEGEND_NO_VALUE = "値なし：資料なし・未収集・非表示など（理由は地図と表に）"
LEGEND_NOTE = "凡例の両端の棒には、その外の値も入っています。色の濃さは値の大きさで、良し悪しではありません。"
LEGEND_ALT = "{own}を赤い線で示した、値ごとの市区町村の数"
NO_CLASS = "色を付けられる値がありません。"
HOVER_VALUE = "値"
HOVER_INTERVAL = "95%区間"
HOVER_RANK = "全国順位（{of}中）"
HOVER_PARTS = "分子 ÷ 分母"
TABLE_CAPTION = "全国で上位{edge}・自町の前後{around}・下位{edge}と、くらべる相手。全部はCSVにあります。"
NATION_RANK = "全国順位（{of}中）"
BOUNDARY = "境界：{name}（{publisher}、{licence}）"
SCALE = "{km}km"
SCALE_ALT = "この長さが{km}km"

# Offices
POSITION = {
    "published": "公表の位置",
    "town_point": "町丁目の代表点（おおよそ）",
    "outside": "公表の位置が市区町村の外",
    "absent": "位置の記載なし",
    "unchecked": "位置を確かめられない",
}
OTHER_FIELD = "横断"
ALL_FIELDS = "すべて"
FIELD = "分野"
GAP = "　"
OFFICE_LEGEND = "{sign} {field}（{count}）"
OFFICE_LEGEND_HOLLOW = "白抜き＝おおよその位置（町丁目の代表点）"
OFFICE_TABLE = "サービス別の数"
OFFICE_COLUMNS = ("サービス", "数", "描いた数", "描けない数", "時点")
OFFICES_NOT_DRAWN = "地図に描いていない事業所・施設"
NOT_DRAWN_COLUMNS = ("名前", "サービス", "理由")
OFFICE_LIST = "事業所・施設の一覧"
OFFICE_SERVICE = "一覧で見るサービス"
OFFICE_PART = "一覧の何件目から"
OFFICE_PART_OPTION = "{first}〜{last}件目"
LIST_COLUMNS = ("名前", "定員（記載のあるもの）", "位置")
FILE_COLUMNS = {
    "service": "サービス番号",
    "service_ja": "サービス",
    "office": "事業所番号",
    "name_ja": "名前",
    "latitude": "緯度",
    "longitude": "経度",
    "position": "位置",
    "capacity": "定員",
    "as_of": "時点",
}
NAMES_LEFT_OUT = "点が多いため、地図では名前を省いています。名前は一覧にあります。"
CAPACITY_NOTE = "定員は記載のない事業所が多く、合計はしません。"
ONE_OFFICE_SEVERAL = "1つの事業所が複数のサービスを行う場合は、サービスごとに数えます。"

# Two municipalities
OTHER = "並べる市区町村"
PAIR_ROWS = {
    "area": "面積（km²）",
    "habitable": "可住地面積（km²）",
    "population": "人口（人、{year}）",
    "population_75": "75歳以上人口（人、{year}、不詳補完値）",
    "offices": "事業所・施設（選んだ分野）",
    "per_square": "可住地10km²あたりの事業所・施設",
}
PAIR_ITEM = "項目"
PAIR_MISSING = "並べる市区町村を上の欄で選んでください。"
PAIR_NOTE = "2つの地図は中央の緯度での縮尺をそろえています。広さと散らばり方を見るためのもので、良し悪しではありません。"
PAIR_SUBTITLE = "自町の輪郭と事業所・施設を、同じ縮尺で並べています。白抜きはおおよその位置です"


def offices_finding(own: str, drawn: int, left_out: int) -> str:
    """Return how many offices the map shows, and how many it cannot."""
    said = f"{own}の事業所・施設{number(drawn + left_out)}のうち{number(drawn)}を地図に描いています"
    return f"{said}。{number(left_out)}は位置が市区町村の外か不明です" if left_out else said


def pair_finding(own: str, other: str, own_km2: float, other_km2: float) -> str:
    """Return which of two municipalities is larger."""
    if not (own_km2 > 0 and other_km2 > 0):
        return f"{own}と{other}を同じ縮尺で並べています"
    times = own_km2 / other_km2
    if abs(times - 1) < 0.05:  # noqa: PLR2004 - reads as equal
        return f"{own}（{number(own_km2)}km²）は{other}（{number(other_km2)}km²）とほぼ同じ広さ"
    if times > 1:
        return f"{own}（{number(own_km2)}km²）は{other}（{number(other_km2)}km²）の{number(times, 1)}倍の広さ"
    return f"{own}（{number(own_km2)}km²）は{other}（{number(other_km2)}km²）の{number(times, 2)}倍の広さ"


def counted_municipalities(count: int) -> str:
    """Return how many municipalities belong to a class."""
    return municipalities(count)
