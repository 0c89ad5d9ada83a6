"""Words of the page on whose initiatives fit."""

from __future__ import annotations

LEAD = "先進10事例と登録した取組を、自町に似た市区町村の順に並べます。気づきに当てはまる型にしぼるか、分野・型でしぼれます。"
BY = "さがし方"
BYS = {"findings": "気づきから", "field": "分野から", "type": "型から", "all": "すべて"}
FINDING = "もとにする気づき"
ALL_FINDINGS = "すべての気づき（{count}件）"
FIELD = "分野"
TYPE = "取組の型"
LOOKED_FOR = "さがした型：{types}"
WHY = "結びつけた決まり：{why}。分野と型への結びつけは当方の整理で、対応策を決めるものではありません。"
GAPS = "通いの場、高齢者向け住宅の戸数、配食・見守り・移動支援の担い手は、全国の公開ファイルで数えられないため、気づきには現れません。"
NO_LEADS = "分野や型に結びつく気づきがありません。すべての事例を近い順に並べています。"
GONE = "リンクの気づきは、いまのくらべる相手では当てはまりません。すべての気づきで示しています。"
NOTHING_FITS = "確認できた事例はありません（取り組んでいないという意味ではありません）。"
SUBTITLE = "近さは、{own}からの隔たりの小さい順です（重みは「{preset}」{changed}、自町を除く比較できる{of}市区町村の中の順番）。"
COLUMNS = ("近さ", "市区町村", "取組", "当てはまる型", "資料")
PLACE = "{place}番目"
PLACE_OF = "自町を除く{of}市区町村の中で{place}番目に近い"
NO_PLACE = "測れない"
FINDING_SENTENCE = "{scope}{name}（自町を除く{of}市区町村の中で{place}番目に近い）"
SCOPES = {
    "findings": "気づきに当てはまる事例のうち、{own}に最も近いのは",
    "field": "{chosen}の事例のうち、{own}に最も近いのは",
    "type": "「{chosen}」の事例のうち、{own}に最も近いのは",
    "all": "事例のうち、{own}に最も近いのは",
}
NO_SENTENCE = "{own}との近さを測れないため、事例を登録の順に並べています"
SECTION_LIST = "近い順の一覧（{count}件）"
SECTION_CARDS = "その市区町村の、当時と今の数字"
NO_EFFECT = (
    "前後の数字は取組の効果を示しません。人口や認定率は取組のほかの多くのことで変わります。"
    "自町と条件の近い時期があるかを見るための数字です。"
)
NEAR_NO_TARGET = (
    "近いことは、手本や目標であることを意味しません。遠い事例が役に立たないという意味でもありません。"
)
BINDING = "近いところ：{features}"
PARTING = "違うところ：{features}"
FITTING = "当てはまる型：{types}"
NO_FITTING = "当てはまる型：しぼっていません（確認できた型は{count}）"
TITLE_ONLY = "資料未入手（題名だけが分かっています）"
STARTED = "開始：{start}"
CARD_TITLE = "{name}：{title}"
OPEN_CARD = "取組のカードを見る"
LINKS = "資料："
SOURCE = "出典：{source}"
FOUND_BY = "気づき：{finding}"
MORE_LINKS = "ほか{count}件はカードにあります。"
MORE_CARDS = "近い順に{most}件の数字を示しています。"
UNCONFIRMED = "この条件では未確認の事例（{count}件）"
UNCONFIRMED_NOTE = "手元の資料で確認できないもので、取り組んでいないという意味ではありません。"
OWN_LEFT_OUT = "自町の事例・登録は、この並びに入れていません（「取組」にあります）。"
REGISTERED = "登録（{evidence}）"
NEAREST_OF = "{names}のうち近いほう（{nearest}）の順番と数字です。"
ROW = "{name}（{unit}、今は{year}）"
ITEM = "項目"
THEN = "{name} {year}"
NOW = "{name} 今"
INSURER = "{figure}（保険者）"
UNKNOWN_AGES = "※は年齢不詳が3%を超える年の値です。"
AS_COUNTED = "高齢化率は国勢調査の人数のままの値で、ほかの画面の値（年齢不詳を補った不詳補完値など）と少し違うことがあります。"
NO_THEN = "高齢単身世帯の2010年と、認定率の2010年・2015年は未収集です。"
FILE_COLUMNS = {
    "place": "近さの順",
    "of": "順番の母数",
    "title": "取組",
    "types": "当てはまる型",
    "evidence": "資料",
}
LEADS_LINK = "近い事例から探す"

# The picture of then and now
POINT = "{name} {year} {figure}"
ITEM_CHOICE = "見る数字"
CHART_WHAT = "{name}（{unit}）：2010年・2015年・{now}"
CHART_SUBTITLE = "{name}（{unit}）。白丸＝2010年　灰色の丸＝2015年　濃い丸＝{now}　赤い線＝{own}の{now}。目盛りは0から始まりません。"
OWN_LINE = "{own}の今 {figure}"
NEAREST_THEN = "{own}の今の{item}{figure}に最も近いのは、{name}の{year}（{then}）"
NOTHING_TO_COMPARE = "{own}の{item}は、年齢不詳が多いか資料がないため、近い時期を挙げません"
CHART_COLUMNS = ("市区町村", "2010年", "2015年", "今")
