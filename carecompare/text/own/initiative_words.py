"""Words on initiatives a town enters: the page, the form, the table, the marks in the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


INITIATIVE_DATA: Mapping[Problem, str] = {
    "own_initiative_twice": "「{found}」という取組が、その市区町村にもうあります。",
    "own_initiative_unknown": "この取組は登録されていません。ほかの人が消したかもしれません。",
    "own_initiatives_too_many": "登録できる取組は{expected}件までです（{found}件になります）。",
    "own_initiative_title_missing": "取組名がありません。",
    "own_initiative_type_missing": "取組の型がありません。",
    "own_initiative_type_unknown": "「{found}」という型は24の型にありません。",
    "own_initiative_field_unknown": "「{found}」という分野はありません。",
    "own_initiative_area_unknown": "「{found}」という市区町村はありません。",
    "own_initiative_area_ambiguous": "「{found}」という市区町村は1つに決まりません。",
    "own_initiative_area_differs": "市区町村コードと市区町村の名前（{found}）が合いません。",
    "own_initiative_since_wrong": "「{found}」は年として読めません。",
    "own_initiative_source_missing": "出典がありません。",
    "own_initiative_evidence_unknown": "「{found}」という根拠はありません。",
    "own_initiative_evidence_own": "自町の取組の根拠は「自町の登録」です。",
    "own_initiative_evidence_found": "ほかの市区町村の取組は「自町の登録」にできません。",
    "own_initiative_text_too_long": "文字が多すぎます（上限{expected}字）。",
    "own_initiative_row_twice": "同じ市区町村・取組名の行が、{expected}行目にもあります。",
    "own_initiative_heading_missing": "見出しの行が見つかりません。「取組名」と「取組の型」の列を作るか、画面の表を使ってください。",
    "own_initiatives_none": "取組が1件も入っていません。",
}
INITIATIVE_SUGGESTIONS: Mapping[Problem, str] = {
    "own_initiative_type_unknown": "近い型：{suggestion}",
    "own_initiative_area_unknown": "近い名前：{suggestion}",
    "own_initiative_area_ambiguous": "都道府県を付けて書く：{suggestion}",
    "own_initiative_area_differs": "コードの市区町村：{suggestion}",
}
INITIATIVE_ADVICE: Mapping[Problem, str] = {
    "own_initiative_twice": "別の取組名にするか、前のものを直す",
    "own_initiative_title_missing": "取組の名前を書く",
    "own_initiative_type_missing": "24の型から1つ以上選ぶ",
    "own_initiative_type_unknown": "24の型の名前で書き、いくつもあるときは「、」で区切る",
    "own_initiative_field_unknown": "医療、介護、予防、住まい、生活支援、横断のどれかにする",
    "own_initiative_area_unknown": "市区町村の名前か5桁のコードで書く",
    "own_initiative_area_differs": "どちらかを直す",
    "own_initiative_since_wrong": "2015、平成27年、H27、平成27年度のどれかで書くか、空欄にする",
    "own_initiative_source_missing": "出典を書くか、根拠を「未確認」にする",
    "own_initiative_evidence_unknown": "「公開資料」「題名のみ」「未確認」のどれかにする",
    "own_initiative_evidence_own": "空欄にする",
    "own_initiative_evidence_found": "「公開資料」「題名のみ」「未確認」のどれかにする",
    "own_initiative_text_too_long": "短くする",
    "own_initiative_row_twice": "どちらか1行を消す",
}
LEAD = (
    "自町の取組と、調べて分かったほかの市区町村の取組を登録します。登録したものは「取組」の一覧と「取組を探す」に、"
    "先進10事例とは別の印で並びます。"
)
SECTION_LIST = "登録した取組（{count}件）"
SECTION_ENTER = "取組を登録する"
SECTION_CHANGE = "「{title}」を直す"
SECTION_TABLE = "表でまとめて登録する"
NOTHING_YET = "まだ登録がありません。空欄は「未確認」で、「していない」という意味ではありません。"
CONFLICT_LINE = "{area}：{title}（{types}）"

# The form and the table: role, label. The order is the order of the table's columns.
ROLES = {
    "code": "市区町村コード",
    "area": "市区町村",
    "title": "取組名",
    "types": "取組の型",
    "fields": "分野",
    "since": "開始年",
    "implementers": "実施主体",
    "funding": "財源",
    "effects": "効果",
    "source": "出典",
    "evidence": "根拠",
    "contact": "連絡先（部署）",
}
HELP = {
    "area": "自町のほか、1,741市区町村のどれでも選べます。",
    "title": "その市区町村の中で、ほかの取組と区別できる名前にします。",
    "types": "24の型から、当てはまるものをすべて選びます。",
    "fields": "空欄のままなら、選んだ型の分野になります。",
    "since": "2015、平成27年、H27、平成27年度のどれでもかまいません。分からなければ空欄にします。",
    "implementers": "市区町村、地域包括支援センター、社会福祉協議会など。個人名は書きません。",
    "funding": "地域支援事業、一般財源、補助金の名前など。",
    "effects": "確かめられていることだけを、いつの何の数かが分かるように書きます。",
    "source": "計画書の名前とページ、公開されているページのアドレスなど。",
    "evidence": "ほかの市区町村の取組に使います。自町の取組は、選び方によらず「自町の登録」になります。",
    "contact": "課・係・施設などの部署名を書きます。個人の名前・電話番号・メールアドレスは書きません（機械では確かめていません）。",
}
PLACEHOLDERS = {
    "title": "例：週1回の体操の通いの場",
    "since": "例：平成27年度",
    "contact": "例：高齢福祉課 地域支援係",
    "source": "例：第9期介護保険事業計画 45ページ",
}
REQUIRED = "{label}（必須）"
ADD = "登録する"
CHANGE = "直した内容で保存する"
CANCEL = "直すのをやめる"
EDIT = "直す"
DELETE = "消す"
CHOOSE = "直す・消す取組"
CHOOSE_PLACEHOLDER = "取組を選ぶ"
ADDED = "「{title}」を登録しました。"
CHANGED = "「{title}」を保存しました。"
DELETED = "「{title}」を消しました。「ひとつ前に戻す」で戻せます。"
UNDONE_FIRST = "登録のない状態に戻しました。"
PROBLEMS = "直すところが{count}件あります。まだ何も保存していません。"
PROBLEM_COLUMNS = ("欄", "入っていたもの", "どこが違うか", "どうするか")
LIST_COLUMNS = ("市区町村", "取組名", "型", "分野", "開始", "根拠", "出典")

# The table to take and to bring
FILE = "登録した取組_{own}"
FORM_FILE = "取組の様式_{own}"
SHEET = "取組"
TERMS_SHEET = "型と分野の一覧"
HELP_SHEET = "書き方"
DOWNLOAD_XLSX = "表（Excel）"
DOWNLOAD_CSV = "表（CSV）"
DOWNLOAD_NOTE = (
    "登録した取組の表です。登録がなければ、見出しだけの様式になります。行を足して、下から読み込めます。"
)
UPLOAD = "表を読み込む（CSV・Excel）"
UPLOAD_NOTE = "「取組名」と「取組の型」の列が要ります。読み込んだだけでは保存されません。"
UNREAD = "読まなかった列：{columns}"
MODE = "登録してあるものをどうするか"
MODES = {
    "add": "残して加える（同じ市区町村・取組名のものは入れかえる）",
    "replace": "表にないものは消す",
}
PREVIEW = "保存すると：新しい取組{new}件、変わる取組{changed}件、消える取組{gone}件"
PREVIEW_NONE = "登録してあるものと同じです。保存するものはありません。"
PREVIEW_COLUMNS = ("変更", "市区町村", "取組名", "型")
CHANGES = {"new": "新しい", "changed": "変わる", "gone": "消える"}
SAVE_TABLE = "この内容で保存（{count}件の変更）"
TABLE_SAVED = "表の取組を保存しました。"
MORE = "このほかに{count}件あります。"
HELP_LINES = (
    "{own}の取組の表です。「取組」のシートに1行に1件書いて、画面で読み込みます。",
    "市区町村の欄が空なら{own}の取組です。ほかの市区町村は、名前（都道府県を付けるとより確か）か5桁のコードで書きます。",
    "取組の型と分野がいくつもあるときは「、」で区切ります。分野が空なら型の分野になります。",
    "根拠は、自町の取組なら空欄、ほかの市区町村の取組なら「公開資料」「題名のみ」「未確認」のどれかです。",
    "出典のないものは「未確認」にします。",
    "開始年は 2015、平成27年、H27、平成27年度 のどれでもかまいません。",
    "連絡先は部署名だけを書きます。個人の名前・電話番号・メールアドレスは書きません。",
    "書いたものは文字としてだけ扱います。式やHTMLを書いても動きません。",
)
LIST_SEPARATOR = "、"
# Headings by what their column holds, compared after NFKC, without blanks and brackets, in small letters.
HEADINGS: dict[str, tuple[str, ...]] = {
    "code": ("市区町村コード", "団体コード", "自治体コード", "コード", "code", "areacode"),
    "area": ("市区町村", "市町村", "自治体", "自治体名", "市区町村名", "area", "municipality"),
    "title": ("取組名", "取組", "取組の名称", "事業名", "名称", "題名", "title", "name"),
    "types": ("取組の型", "型", "類型", "種類", "types", "type"),
    "fields": ("分野", "fields", "field"),
    "since": ("開始年", "開始", "開始年度", "年", "年度", "since", "start", "year"),
    "implementers": ("実施主体", "主体", "実施者", "implementers"),
    "funding": ("財源", "funding"),
    "effects": ("効果", "成果", "effects"),
    "source": ("出典", "資料", "資料名", "source"),
    "evidence": ("根拠", "evidence"),
    "contact": ("連絡先", "担当", "担当部署", "部署", "contact"),
}

# Evidence
EVIDENCE = {
    "own": "自町の登録",
    "page": "公開資料",
    "title": "題名のみ",
    "unconfirmed": "未確認",
}
MARKS = {"own": "独自", "page": "登録○", "title": "登録□", "unconfirmed": "登録？"}
MARK_WORDS = {
    "own": "自町の登録",
    "page": "公開資料で登録",
    "title": "題名だけで登録",
    "unconfirmed": "出典なしで登録（未確認）",
}
FILTER = {"own": "自町の登録", "found": "ほかの市区町村の登録"}
REGISTERED_LABEL = "{name}（登録）"
REGISTERED_NOTE = "「独自」「登録」の印は{own}が登録したもので、原資料や公開資料の印とは別です。型の数え上げ（上の文）には入れていません。"
COLUMNS_CUT = (
    "登録したほかの市区町村{all}のうち、はじめの{most}を一覧にしています。データ（CSV）には全部あります。"
)
SECTION_CARDS = "登録した取組"
CHOOSE_CARD = "登録した取組のカード"
UNKNOWN_CARD = "リンクの取組は、この画面には登録されていません。"
ENTERED = "{own}が登録（第{version}版、{author}、{when}）。公表された事例集ではありません。"
CARD_PARTS = {
    "types": "取組の型",
    "fields": "分野",
    "since": "開始",
    "implementers": "実施主体",
    "funding": "財源",
    "effects": "効果",
    "contact": "連絡先（部署）",
    "source": "出典",
    "evidence": "根拠",
}
BLANK = "未確認"
REGISTER_LINK = "取組を登録する"
MATRIX_LINK = "取組の一覧で見る"
HOME_REGISTERED = "{own}の取組が{count}件登録されています（{types}）。"
HOME_REGISTERED_NOTE = "登録したものだけです。空欄は「未確認」で、「していない」という意味ではありません。"
