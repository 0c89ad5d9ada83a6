"""Words of the list of blocks that services hardly reach: for the plan, and no designation."""

from __future__ import annotations

TITLE = "訪問・通所が届きにくい町丁・字の一覧"
HELP = "計画に載せる一覧の下書きです。条件と町の記入はここで決めて保存できます。"
SERVICES = "見るサービス"
MINUTES = "何分をこえたら"
SPEED = "行き方"
RULE = "数え方"
RULES = {"": "どれか1つが当てはまれば載せる", "all": "全部が当てはまるときだけ載せる"}
SEA = "島・海"
SEAS = {"": "最も近い事業所が海の向こうなら載せる", "off": "分数だけで決める（海を越えるだけでは載せない）"}
FINDING = "{own}で条件に当てはまる町丁・字は{all}のうち{found}"
REMARKED = "（ほかに町の記入だけで載せたもの{remarked}）"
NONE = "{own}には、条件に当てはまる町丁・字がありません（{all}のうち0）"
WHAT = "条件：{services}まで{minutes}分をこえる{sea}（{speed}、{rule}）"
WHAT_SEA = "、または最も近い事業所が海の向こう"
NOTE = "この一覧は上の条件に当てはまる町丁・字と町の記入を並べたもので、訪問・通所困難地域などの指定ではありません。"
REMARK_NOTE = "「町の記入」は町が書いたもので、この画面は確かめていません。"
KINDS = {"far": "遠い", "sea": "海を越える", "cut_off": "陸の道なし", "remark": "町の記入"}
COLUMNS = {
    "ward": "区のコード",
    "town": "町丁・字",
    "kind": "理由",
    "service": "サービス",
    "minutes": "分",
    "road_km": "道のり（km）",
    "office": "最も近い事業所",
    "area": "所在",
    "points": "当てはまる点／全部の点",
    "persons": "65歳以上（人）",
    "remark": "町の記入",
}
OF = "{points}／{of}"
LEGEND = "一覧に載る町丁・字の点（{points}点のうち{listed}点）"
UNLISTED = "一覧に載らない"
REMARKS = "町丁・字ごとの記入（雪・バス・事業所の営業地域など）"
REMARKS_HELP = (
    "書いた町丁・字は、距離にかかわらず一覧に載ります。「保存する」で、上の条件と一緒に保存します。"
)
REMARK_COLUMNS = {
    "ward": "区のコード",
    "town": "町丁・字",
    "snow": "雪",
    "bus": "バス・移動",
    "operation": "事業所の営業地域",
    "other": "その他",
}
REMARK_PART = "{kind}：{text}"
SAVE = "条件と記入を保存する"
SAVED = "条件と記入を保存しました。"
UNCHANGED = "保存した内容と同じです。"
KEPT = "保存した条件（版{version}、{author}、{when}）"
UNDONE_FIRST = "保存した条件と記入を取り消しました。"
PAPER = "一覧を紙に（A4・PDF）"
PAPER_HELP = "根拠を1行ずつ載せた一覧です。"
PAPER_FILE = "届きにくい町丁字_{own}.pdf"
