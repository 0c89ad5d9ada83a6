"""Words on screen. One constant is one phrase; whatever depends on figures is in `sentences`."""

from __future__ import annotations

PRODUCT = "carecompare"
PRODUCT_SUBTITLE = "地域包括ケアの市区町村くらべ"

# The menu: page id, label, Material symbol, path. The order is the order on screen.
PAGES = {
    "home": ("ホーム", ":material/home:", "app.py"),
    "aging": ("高齢化", ":material/timeline:", "pages/aging.py"),
    "pyramid": ("人口ピラミッド", ":material/align_horizontal_center:", "pages/pyramid.py"),
    "care_need": ("介護の必要", ":material/elderly:", "pages/care_need.py"),
    "resources": ("資源密度", ":material/local_hospital:", "pages/resources.py"),
    "analysis_sheet": ("比較分析表", ":material/table_chart:", "pages/analysis_sheet.py"),
    "findings": ("気づき", ":material/lightbulb:", "pages/findings.py"),
    "decomposition": ("高齢化か、自町か", ":material/call_split:", "pages/decomposition.py"),
    "initiatives": ("取組", ":material/grid_on:", "pages/initiatives.py"),
    "find_initiatives": ("取組を探す", ":material/travel_explore:", "pages/find_initiatives.py"),
    "questions": ("議会・会議の問い", ":material/contact_support:", "pages/questions.py"),
    "worksheet": ("課題整理シート", ":material/checklist:", "pages/worksheet.py"),
    "plan_grant": ("交付金の得点", ":material/military_tech:", "pages/plan_grant.py"),
    "plan_areas": ("特定地域の目安", ":material/landscape:", "pages/plan_areas.py"),
    "plan": ("計画の確認表", ":material/fact_check:", "pages/plan.py"),
    "plan_progress": ("計画値と実績", ":material/query_stats:", "pages/plan_progress.py"),
    "reach": ("30分圏", ":material/timelapse:", "pages/reach.py"),
    "reach_districts": ("日常生活圏域", ":material/workspaces:", "pages/reach_districts.py"),
    "reach_offices": ("事業所を置くと", ":material/add_location_alt:", "pages/reach_offices.py"),
    "map": ("地図", ":material/map:", "pages/map.py"),
    "scatter": ("散布図", ":material/scatter_plot:", "pages/scatter.py"),
    "ranking": ("順位", ":material/format_list_numbered:", "pages/ranking.py"),
    "series": ("推移", ":material/show_chart:", "pages/series.py"),
    "side_by_side": ("並べて見る", ":material/view_column:", "pages/side_by_side.py"),
    "peers": ("類似自治体", ":material/group:", "pages/peers.py"),
    "papers": ("会議資料", ":material/co_present:", "pages/papers.py"),
    "plan_outlook": ("見込み", ":material/query_stats:", "pages/plan_outlook.py"),
    "plan_figures": ("図表集", ":material/book_2:", "pages/plan_figures.py"),
    "frozen": ("凍結ビュー", ":material/ac_unit:", "pages/frozen.py"),
    "present": ("発表", ":material/slideshow:", "pages/present.py"),
    "own_data": ("自町データ", ":material/edit_note:", "pages/own_data.py"),
    "mieruka": ("見える化の出力", ":material/folder_zip:", "pages/mieruka.py"),
    "own_initiatives": ("取組の登録", ":material/playlist_add:", "pages/own_initiatives.py"),
    "passport": ("出典パスポート", ":material/fingerprint:", "pages/passport.py"),
    "data_health": ("データの健康", ":material/health_metrics:", "pages/data_health.py"),
    "glossary": ("用語", ":material/dictionary:", "pages/glossary.py"),
    "sources": ("データと出典", ":material/menu_book:", "pages/sources.py"),
    "accessibility": ("アクセシビリティ", ":material/accessibility_new:", "pages/accessibility.py"),
}

OWN = "自町"
OWN_CHOOSER = "自分の市区町村（自町）"
OWN_PLACEHOLDER = "市区町村名・よみ・都道府県・コードで探す"
OWN_MISSING = (
    "まず、左の欄で自分の市区町村（自町）を選んでください。名前・よみがな・都道府県・5桁のコードで探せます。"
)
WITH_PREFECTURE = "{name}（{prefecture}）"
OWN_EXAMPLES = "例として開く："
COMPARATORS = "くらべる相手"
CHOSEN = "くらべる市区町村（自由に選ぶ）"
CHOSEN_PLACEHOLDER = "市区町村を選んで追加（複数可）"
CHOSEN_MISSING = "くらべる市区町村がまだ選ばれていません。上の欄で1つ以上選んでください。"
YEAR = "年"
SHARE = "リンク"
SHARE_HELP = "このリンクを開くと、同じ自町・相手・年の画面が出ます。"
NOTHING_FOUND = "条件に合うものがありません。"

PEERS_ARE_NO_TARGET = "くらべる相手の平均や中央値は目標ではありません。高い・低いは良し悪しを意味しません。"
HOW_TO_READ = "読み方"
TABLE = "表で見る"
DETAILS = "くわしく（作り方・注意・出典）"
DOWNLOAD = "使う"
DOWNLOAD_UTF8 = "CSV（UTF-8）"
DOWNLOAD_CP932 = "CSV（Shift_JIS）"
CP932_LACKS = "Shift_JISにない文字は「〓」に置きかえます："
BETWEEN_DATES = "、"
SOURCE = "出典"
NO_SOURCE = "この画面が用意した公開ファイルにはありません（未収集）"
PROCESSED = "を加工して作成"

BUILDING = "はじめての準備をしています（10〜30秒）。次からはすぐに開きます。"
BUILD_AGAIN = "もう一度準備する"
BUILDING_AGAIN = "公的統計の表から作り直しました。失われたものはありません。"
BUILD_STEPS = {
    "step_read": "公的統計の表を読んでいます",
    "step_add_up": "都道府県と全国を合算しています",
    "step_compute": "指標を計算しています",
    "step_write": "保存しています",
    "step_done": "準備ができました",
}
ERROR_HEADING = "この画面を表示できません"
TO_WAY_OUT = "「{page}」で、取り込み前の数値に戻せるか確かめる"

NEAREST = "{all}市区町村のうち、自町の前後{most}を図にしています。表には全部あります。"
RANK_OF = "順位（{of}中）"
WITHHELD_SHORT = "表示しない"
NO_FIGURE = "資料なし"
IS_PROJECTED = "・推計"
HOLLOW_BAR_NOTE = (
    "年齢不詳の人が3%を超える市区町村では、ひげが「全員を分母にした割合」から"
    "「年齢の分かる人だけを分母にした割合」までの幅を表します。"
)

# Column headings of tables and files.
COLUMN = {
    "area": "コード",
    "name": "市区町村",
    "year": "年",
    "value": "値",
    "interval": "95%区間",
    "lower": "95%下限",
    "upper": "95%上限",
    "numerator": "分子",
    "denominator": "分母",
    "denominator_year": "分母の年",
    "status": "状態",
    "rank": "順位",
    "item": "項目",
    "own": "自町",
    "prefecture": "県平均",
    "prefecture_rank": "県内順位",
    "nation": "全国平均",
    "nation_rank": "全国順位",
    "median": "相手の中央値",
    "unit": "単位",
    "note": "注",
    "field": "分野",
    "source": "出典",
    "series": "系列",
    "alone": "高齢単身",
    "couple": "高齢夫婦のみ",
    "other": "その他の世帯",
    "indicator": "指標",
    "definition": "作り方",
    "licence": "利用条件",
    "date": "時点",
    "publisher": "発行者",
    "held": "収録している時点",
    "used_for": "使う指標",
    "next_release": "次の公表",
    "page": "公表ページ",
    "difference": "中央値との違い",
    "id": "ID",
    "kind": "種別",
}
PREFECTURE_MEAN = {"都": "都平均", "道": "道平均", "府": "府平均", "県": "県平均"}
PREFECTURE_RANK = {"都": "都内順位", "道": "道内順位", "府": "府内順位", "県": "県内順位"}
SERIES = {"counted": "国勢調査", "imputed": "国勢調査（不詳補完値）", "projection": "推計"}
METHODS = {
    "wilson": "割合（Wilsonの95%区間）",
    "exact": "件数（Poissonの正確な95%区間）",
    "byar": "件数（Byarの95%区間）",
    "indirect": "間接標準化（当方算出、全国の年齢別の率が標準、件数の95%区間）",
    "none": "区間なし",
    "unknown_ages": "年齢不詳が3%を超えるため幅で表示",
    "insurer_unknown": "保険者が分からない",
    "unlisted": "出典に載っていない",
    "incomplete": "一部の病院だけの合計（区間なし）",
    "published": "公表値（区間なし）",
    "not_added_up": "公表値のため合算できない",
    "peak": "国勢調査の後の推計の中で最も多い年",
    "peaked": "国勢調査の中で最も多い年（その後の推計はこれより少ない）",
    "still_rising": "推計の最後の年が最も多く、ピークはその後かもしれない",
    "falling_already": "国勢調査の最初の年が最も多く、ピークはその前かもしれない",
}

# Home
HOME_CASES = "先進10事例（2013年の資料の順）"
HOME_PANELS = {
    "population": "人口と高齢化",
    "households": "高齢者の世帯",
    "resources": "医療・介護の資源",
    "initiatives": "取組",
    "findings": "気づき",
    "peers": "似ている市区町村",
}
HOME_OPEN = "{page}のページへ"
SAVED_SETS = "名前を付けた組"
HOME_TITLE = "ひと目で"
TYPE_IN_CASES = "{type}（{cases}事例）"
READING = (
    "**赤が自町**、灰色がくらべる相手、細い線が県と全国です。色だけでなく、太字・形・言葉でも区別します。",
    "細いひげは**95%区間**で、偶然で動く幅の目安です（施設の数は全数調査です）。",
    "**数が10未満**のものには順位も色も付けません。1か所増減したときの動きを横に示します。",
    "**0と「資料なし」「未収集」は別のもの**です。値がないところには必ず理由の言葉があります。",
    "**高い・低いは良し悪しではありません。**くらべる相手の平均は目標ではありません。",
)
INITIATIVES_UNKNOWN = (
    "{own}の取組はまだ登録されていません。空欄は「未確認」で、「していない」という意味ではありません。"
)

# Care need
CARE_NEED_CHOICE = "見る指標"
CARE_NEED_DATE = "表に時点の記載がなく、{date}末のものとして取り込んでいます。"
CARE_NEED_STANDARDISED_COLUMNS = "分子は認定者数、分母は65歳以上の被保険者数です。年齢をそろえているため、割っただけではこの値になりません。"

# Resources
RESOURCES_BASIS = "何あたりで見るか"
BASIS_CUSTOMARY = "通例（医療は人口10万人、介護は75歳以上千人）"
RESOURCES_FIELD = "分野"
RESOURCES_SERVICE = "資源・サービス"
RESOURCES_PROFILE_SUBTITLE = (
    "偶然では説明しにくい差だけを「違う」と数えています（多くの指標を一度に見ることも考えに入れています）"
)
RESOURCES_ONE = "1つの資源を市区町村で並べる"
RESOURCES_ALL = "1つの分野を資源ごとに並べる"
RESOURCES_CENSUS_NOTE = (
    "施設の全数を数えたもので標本調査ではありません。ひげは偶然のゆらぎの目安です。"
    "住民は市区町村の境をこえて利用します。"
)
NOT_COLLECTED_MARK = "（未収集）"
OF_PEERS = "くらべる相手の"
BEYOND = {"higher": "高い", "lower": "低い", "similar": "違うとはいえない"}
NOT_RANKED = {
    "few_events": "数が少ない",
    "few_residents": "人口が少ない",
    "unknown_ages": "年齢不詳",
    "insurer_level": "保険者の値",
    "insurer_unknown": "保険者が不明",
    "unlisted": "出典に未掲載",
    "incomplete": "一部だけ",
    "not_added_up": "合算できない",
}
NOT_COLLECTED_LIST = "未収集のサービス（0ではありません）："

# Initiatives
INITIATIVES_MATRIX = "10事例 × 24の型"
INITIATIVES_FIELDS = "10事例 × 5つの分野"
INITIATIVES_FILTER_FIELD = "分野でしぼる"
INITIATIVES_FILTER_EVIDENCE = "根拠でしぼる"
INITIATIVES_CASE = "事例カード"
INITIATIVES_ALL = "すべて"
EVIDENCE_MARKS = {"document": "●", "title_and_page": "◎", "title": "□", "page": "○"}
EVIDENCE_WORDS = {
    "document": "原資料本文",
    "title_and_page": "題名＋公開資料",
    "title": "題名のみ",
    "page": "公開資料",
}
UNCONFIRMED = "未確認"
UNCONFIRMED_LEGEND = "未確認＝手元の資料では分からない"
UNCONFIRMED_NOTE = (
    "空欄は「未確認」です。取り組んでいないという意味ではありません。"
    "印の数は手元の資料の多さを映すだけで、市区町村の順位には使えません。"
)
TYPE = "取組の型"
CASE_LEVELS = {
    "document_full": "原資料の本文あり",
    "public_pages": "原資料は題名のみ、公開資料で補足",
    "title_only": "原資料の題名のみ（本文は資料未入手）",
}
CASE_PARTS = {
    "implementers": "実施主体",
    "background": "背景・地域の課題",
    "points": "取組のポイント",
    "networks": "連携・ネットワーク",
    "funding": "財源",
    "effects": "効果",
    "outlook": "今後の展望",
}
CASE_NOTHING = "記載なし"
CASE_TITLE_ONLY = "資料未入手"
CASE_START = "開始"
CASE_UNCERTAIN = "はっきりしない点"
CASE_AFTER = "2013年7月より後の事実"
CASE_FIGURES = "原資料の数字"
DOCUMENT = "原資料は2013年7月29日の厚生労働省「地域包括ケアシステム構築に向けた取組について」です。"

COUNTED_TITLE = "{title}（{found}／{all}）"
NOT_COLLECTED_WORD = "未収集"
