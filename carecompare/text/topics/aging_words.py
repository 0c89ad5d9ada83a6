"""Words of ages: shares, their course, households of the aged."""

from __future__ import annotations

AGING_LEVELS = "年齢別の割合"
AGING_LEVELS_HELP = "年を選ぶと、その年の国勢調査（より後の年は推計）で並べます。"
AGING_CHOICE = "見る割合"
AGING_COURSE = "1980年からこれまでと、これから"
AGING_DOCUMENT = "2013年の資料の数字と今"
AGING_DOCUMENT_NOTE = "資料の数字には基準日の記載がありません。今の値は最も新しい国勢調査（65歳以上と75歳以上は不詳補完値）によるものです。"
AGING_DOCUMENT_LABEL = "2013年の資料"
AGING_DOCUMENT_SENTENCE = "{own}の高齢化率は、2013年の資料で{then}%、{year}は{now}%"
POPULATION_LABEL = "人口（人）"
AGING_HOUSEHOLDS = "高齢者の世帯"
HOLLOW_NOTE = (
    "白抜きの点は、年齢不詳の人が3%を超える年です。"
    "ひげは「全員を分母にした割合」から「年齢の分かる人だけを分母にした割合」までの幅で、変化の計算には使いません。"
)
JOIN_NOTE = (
    "国勢調査による値と推計の値が同じ年で0.3を超えて違うところは、両方を点で示しています。"
    "推計の基準の年の違いは年齢不詳の扱い、その後の年の違いは推計と実際の違いによるものです。"
)
HOLLOW_MARK = "※"
COURSE_RULE = (
    "国勢調査の人数のままの値・年齢不詳を補った値（不詳補完値と推計の基準人口）・推計は作り方が違うため、線をつながず、"
    "増減は同じ作り方の2つの年の間だけで述べています。"
)
COURSE_CUT = "相手{all}市区町村のうち、人口の近い{most}を図と表にしています。"
COURSE_TABLE_CAPTION = "※は年齢不詳が3%を超える値"
LEVELS_CAPTION = "順位は高いほうからで、値のある市区町村の中の位置です。良し悪しではありません。"
HOUSEHOLDS_SUBTITLE = "一般世帯に占める割合（%）"
NO_PROJECTION = (
    "{own}には市町村別の将来推計（{total}）がなく、推計の基準の年の高齢化率は国勢調査の人数のままの値です。"
)
