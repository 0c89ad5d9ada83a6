"""Words of the table of plan and actual: headings of the form, and what is wrong with one that was brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


HEADINGS = {
    "group": ("区分",),
    "item": ("項目", "サービス", "サービス名", "サービス・項目"),
    "measure": ("指標", "内訳"),
    "unit": ("単位",),
    "reading": ("見方", "判定の見方"),
}
FORM_COLUMNS = {"group": "区分", "item": "項目", "measure": "指標", "unit": "単位", "reading": "見方"}
YEAR_COLUMN = "{year}（{western}年度）{part}"
PARTS = {"planned": "計画値", "actual": "実績", "interim": "9月末"}
READINGS = {"close": "計画に近いほどよい", "reach": "計画以上なら達成"}
SHEET = "計画値と実績"
HELP_SHEET = "書き方"
HELP_LINES = (
    "{own}の計画値と実績を書く様式です。書いたまま「計画値と実績」の画面に入れると、まとめて確かめてから保存します。",
    "空欄は「まだ分からない」、0は「0」です。実績のまだない年は空欄のままにしてください。",
    "「実績」は年度の確定値（6月の評価）、「9月末」はその年度の9月末の値（10月の評価）です。給付費の9月末は4月からの累計です。",
    "給付費は千円、利用者数は1か月あたりの人数です。単位を変えずに書いてください。",
    "様式にない項目は、項目を「独自：」で始め、単位も書きます（例：独自：配食サービス、単位 食）。指標は空欄のままにします。",
    "年度の列は、同じ書き方で足すことができます（例：令和9年度（2027年度）計画値）。",
)
OWN_ITEM = "独自："
PLAN_SIGNS = {"planned": ("計画値", "計画"), "actual": ("実績値", "実績")}

PLAN_FIGURES: Mapping[Problem, str] = {
    "plan_heading_missing": "見出しの行が見つかりません。「項目」の列と、「令和6年度 計画値」のような年度の列を作るか、様式を使ってください。",
    "plan_column_unclear": "「{found}」は、どの年度の計画値・実績・9月末なのか分かりません。",
    "plan_row_twice": "「{found}」の行が、{expected}行目にもあります。",
    "plan_measure_unknown": "「{found}」という指標は、この項目にありません（{expected}のどれか）。",
    "plan_reading_unknown": "「{found}」という見方はありません（{expected}のどちらか）。",
    "plan_value_too_large": "「{found}」は大きすぎて、計画値や実績の数とは考えられません。",
    "plan_nothing_entered": "数が1つも入っていません。計画値か実績の列に数を入れてください。",
    "plan_figures_too_many": "数が多すぎます（{found}件、上限{expected}件）。使わない行を除いてください。",
    "plan_limits_wrong": "印の境目の順が違います。「計画に近いほどよい」は小さい順、「計画以上なら達成」は大きい順にしてください。",
}
PLAN_ADVICE: Mapping[Problem, str] = {
    "plan_column_unclear": "「令和6年度 計画値」「令和6年度 実績」「令和8年度 9月末」のように書く",
    "plan_row_twice": "どちらか1行を消す",
    "plan_measure_unknown": "様式の指標のとおりに書く",
    "plan_reading_unknown": "様式の見方のとおりに書くか、空欄にする",
    "plan_value_too_large": "数と単位を確かめる",
}
MEASURED = "{item}（{measure}）"
OWN_GROUP = "独自の項目"
