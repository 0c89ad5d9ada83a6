"""Words on printed papers, and around the buttons that make them."""

from __future__ import annotations

MADE = "作成　{date}　{product}（{subtitle}）"
AMONG = "くらべる相手：{among}"
COUNTED = "{name}（{count}市区町村）"
NO_PEERS = "くらべる相手なし"
READING = "順位は高いほうからで、良し悪しではありません。くらべる相手の中央値は目標ではありません。"
LACKING = "紙の字体にない文字を「〓」で表しています：{characters}"

# 市区町村の一枚もの
FACE = "{own}の一枚もの"
FACE_LABEL = "市区町村の一枚もの（A4両面）"
FACE_HELP = "決算カードのように、自町の数字を県・全国・くらべる相手と並べて両面1枚にします。"
FACE_FINDINGS = "目に留まること"
FACE_FINDINGS_NOTE = "決まった規則で拾い出したもので、良し悪しの判定ではありません。"
FACE_FIGURES = "人口・高齢化・世帯・介護の必要・財政"
FACE_RESOURCES = "医療・介護などの資源（分野別）"
FACE_OUTLOOK = "これからの見通し（国勢調査の後は推計）"
FACE_OUTLOOK_ROW = "{name}（{unit}）"
FACE_COURSE = "高齢化率のうごき"
FACE_PROFILE = "おもな資源と相手"
FACE_INITIATIVES = "取組（10事例の資料と自町の登録）"
LISTED = "、"
ENTERED = "自町の登録：{titles}{rest}"
ENTERED_MORE = "ほか{count}件"
FACE_NO_INITIATIVES = (
    "記録されたものはありません。空欄は「未確認」で、「していない」という意味ではありません。"
)
FACE_NOTE = (
    "{mean}・全国平均は分子と分母をそれぞれ合計した値。△＝マイナス。"
    "「数が少ない」＝数が10未満のため順位を付けない。"
    "「保険者の値」＝複数の市町村でつくる保険者の値のため順位を付けない。「需要の見通し」は推計。"
)
FEW_RESIDENTS = "少数"
FACE_RESOURCE_NOTE = "施設の全数で、標本調査ではありません。住民は境をこえて利用します。0と「資料なし」「未収集」は別です。「少数」は分母が100人未満です。"
IDENTITY = {
    "code": "団体コード",
    "kana": "よみ",
    "prefecture": "都道府県",
    "class": "類型（{edition}）",
    "medical_area": "二次医療圏",
    "depopulated": "過疎（{edition}）",
    "insurer": "介護保険の保険者",
    "population": "人口",
    "industry": "産業（1・2・3次）",
}
DEPOPULATED = "過疎地域"
NOT_DEPOPULATED = "過疎地域ではない"
INSURER_ALONE = "単独"
BETWEEN = "・"
INDUSTRY = "{shares}%"
PEOPLE = "{count}人（{year}）"

# 比較分析表
SHEET = "{own}の比較分析表"
SHEET_LABEL = "比較分析表（{size}横）"
SHEET_HELP = "全指標の図と表に、自町で書いた分析欄を添えます。"
SIZES = {"a4": "A4", "a3": "A3"}
SHEET_TABLE = "一覧表"
SHEET_NOTES = "分析欄（章ごと）"
SHEET_NOTE_OF = "分析欄（{topic}）"

# 2町比較シート
PAIR = "{own}と{other}の違い"
PAIR_LABEL = "2町比較シート（A4）"
PAIR_HELP = "視察の前後に。偶然では説明しにくい違いだけを並べ、違わないものは名前だけ挙げます。"
PAIR_CHOOSER = "くらべる1つの市区町村"
PAIR_MISSING = "2町比較シートは、相手の市区町村を1つ選ぶと作れます。"
PAIR_RULE = (
    "「違う」は、両方の95%区間が重ならないものだけです（5%の検定より厳しい規則で、"
    "並べる指標が多くても偶然の違いが入りにくくなります）。数が10未満の値、保険者の値、資料のない値からは違いを述べません。"
)
PAIR_DIFFERENT = "違うもの（{count}）"
PAIR_NONE = "95%区間が重ならない指標はありません。"
PAIR_EXACT = "区間のない値（偶然かどうかは判定しない）"
PAIR_SIMILAR = "違うとはいえないもの（{count}）"
PAIR_UNJUDGED = "くらべないもの（{count}）"
PAIR_UNJUDGED_NOTE = "どちらかの値が、数が少ない・年齢不詳が多い・保険者の値・資料なしのいずれかのため。"
PAIR_INITIATIVES = "{other}の取組で、記録のある型"
PAIR_INITIATIVES_OWN = "（{own}にも記録あり）"
PAIR_INITIATIVES_UNKNOWN = "（{own}は未確認）"
PAIR_NO_INITIATIVES = "{other}の取組の記録はありません。「していない」という意味ではありません。"
PAIR_TO_ASK = "視察で確かめること（書き込み欄）"
PAIR_SUBJECT = "{own}・{other}"
PAIR_PEOPLE = "人口（人、{year}）"
GROUP = "{topic}：{field}"
PAIR_COLUMNS = ("項目", "単位", "{own}", "95%区間", "{other}", "95%区間", "差", "年")
PAIR_EXACT_COLUMNS = ("項目", "単位", "{own}", "{other}", "年")
NOTHING = "なし"

# 配布資料
HANDOUT = "{own}　配布資料"
HANDOUT_HELP = "並べた図を1枚に1つずつ、題・図・表・出典を添えて紙にします。"
HANDOUT_MAKE = "配布資料を作る"
HANDOUT_PROGRESS = "{count}枚のうち{place}枚目を作っています"
HANDOUT_DOWNLOAD = "配布資料（PDF）を受け取る"
HANDOUT_MORE = "表のほかの{count}行は、画面の表とCSVにあります。"
HANDOUT_OLD = "この図は、いまの数字では作り直せないため、{made}に追加したときの表を載せています。"
ITEM = "{place}. {title}"

# 課題整理シート
WORKSHEET = "{own}の課題整理シート　{year}"
WORKSHEET_LABEL = "A4で出す（PDF）"
FILE_WORKSHEET = "課題整理シート_{own}_{year}年度.pdf"
MARKED = "{label}【{mark}】"
WORKSHEET_COLUMNS = ("項目", "状態", "わかっていること・書いたこと", "根拠", "担当", "期限")

SECTION = "紙にする（PDF）"
LEAD = "文字を選べるPDFです。字体を埋め込んであり、白黒で印刷しても読めます。"
FILE_FACE = "一枚もの_{own}.pdf"
FILE_SHEET = "比較分析表_{own}_{size}.pdf"
FILE_PAIR = "2町比較_{own}_{other}.pdf"
FILE_HANDOUT = "配布資料_{own}.pdf"
