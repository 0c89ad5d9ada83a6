"""The words by which a municipality's open data are recognised, and what is made of them."""

from __future__ import annotations

# Headings, compared after NFKC without blanks and strokes and in small letters; English keys as towns and
# shared platforms write them.
CODE = (
    "都道府県コード又は市区町村コード",
    "全国地方公共団体コード",
    "市区町村コード",
    "団体コード",
    "code",
    "lgcode",
    "municipalitycode",
    "localgovernmentcode",
)
STANDARD_CODES = frozenset({"都道府県コード又は市区町村コード", "全国地方公共団体コード"})
TOWN = ("市区町村名", "地方公共団体名", "municipalityname", "localgovernmentname", "cityname")
DATE = ("調査年月日", "基準日", "surveydate", "researchdate", "referencedate", "date")
AREA = ("地域名", "町丁名", "areaname", "regionname")
TOTAL = ("総人口", "totalpopulation", "population", "populationtotal")
HOUSEHOLDS = ("世帯数", "households", "numberofhouseholds", "totalhouseholds")
AGES = r"(?P<from>[0-9]{1,3})(?:[-〜~](?P<to>[0-9]{1,3}))?歳?(?P<up>以上)?の?(?:男性|女性|男|女)"
ENGLISH_AGES = (
    r"(?=.*male)[a-z_-]*?(?P<from>[0-9]{1,3})(?:[_-]?(?:to)?[_-]?(?P<to>[0-9]{1,3}))?"
    r"(?P<up>[_-]?(?:and[_-]?)?(?:over|more|older|plus))?[a-z_-]*"
)
UNKNOWN_AGES = r"(?:年齢不詳|不詳者?)の?(?:男性|女性|男|女)|(?=.*unknown)(?=.*male)[a-z_-]+"
OFFICE = ("介護サービス事業所名称", "事業所名称", "事業所名", "careserviceofficename", "officename")
SERVICE = (
    "実施サービス",
    "サービスの種類",
    "提供サービス",
    "implementationservice",
    "service",
    "services",
    "providedservice",
)
OFFICE_NUMBER = ("事業所番号", "officenumber", "establishmentnumber")
INSTITUTION_KIND = ("医療機関の種類", "医療機関種別", "medicalinstitutiontype", "institutiontype")
INSTITUTION = (
    "医療機関名称",
    "医療機関名",
    "医療機関コード",
    "診療科目",
    "診療曜日",
    "medicalinstitutionname",
    "medicalinstitutioncode",
    "medicaldepartments",
)
BEDS = ("病床数", "beds", "numberofbeds")
BETWEEN_SERVICES = r"[;；、,，\n|/／]"

POPULATION_ITEM = "総人口"
SHARES = {65: "高齢化率（65歳以上）", 75: "後期高齢化率（75歳以上）", 85: "85歳以上の割合"}
GROUP = "独自：{first}〜{last}歳人口"
GROUP_UP = "独自：{first}歳以上人口"
WIDE_GROUPS = ((0, 14), (15, 64), (65, None), (75, None), (85, None))
HOUSEHOLDS_ITEM = "独自：世帯数"
OFFICES_ITEM = "独自：{service}の事業所数"
INSTITUTIONS_ITEM = "独自：{kind}の数"
ANY_INSTITUTION = "医療機関"
BEDS_ITEM = "独自：病床数（医療機関一覧）"
PERSONS, HOUSES, PLACES, BED, PER_CENT = "人", "世帯", "か所", "床", "%"
OTHER_DATE = "{date}の行（同じ年の最後の日付だけを読みます）"
OTHER_AREA = "地域「{area}」の行（同じ名前の独自の地域を加えると読めます）"
OTHER_TOWNS = "ほかの市区町村の{count}行"
WITHHELD_AGES = "{date}の年齢の列（秘匿があるか、合計が総人口と合いません）"
AS_OF = "{date}現在"
AS_OF_FILE = "ファイル名の時点"
AS_OF_TODAY = "ファイルに時点がないため、読み込んだ年"

NAMES = {
    "population": "地域・年齢別人口",
    "care": "介護サービス事業所一覧",
    "medical": "医療機関一覧",
}
# What else a town publishes: by headings that no other of these tables has, and where it could be used.
OTHERS: dict[str, tuple[frozenset[str], str]] = {
    "AED設置箇所一覧": (frozenset({"設置位置", "小児対応設備の有無"}), "地図に重ねる資源"),
    "指定緊急避難場所一覧": (frozenset({"災害種別洪水"}), "圏域ごとの防災の検討"),
    "子育て施設一覧": (frozenset({"受入年齢", "収容定員"}), "地域共生の取組の検討"),
    "公衆トイレ一覧": (frozenset({"男性トイレ総数"}), "外出のしやすさの検討"),
    "消防水利施設一覧": (frozenset({"種別", "口径"}), "圏域ごとの防災の検討"),
    "文化財一覧": (frozenset({"文化財名称"}), "通いの場の行き先の検討"),
    "観光施設一覧": (frozenset({"料金基本", "アクセス方法"}), "通いの場の行き先の検討"),
    "イベント一覧": (frozenset({"イベント名", "開始日"}), "「取組の登録」に書く行事"),
    "公衆無線LANアクセスポイント一覧": (frozenset({"ssid"}), "通いの場のオンライン化の検討"),
    "公共施設一覧": (frozenset({"poiコード", "名称"}), "通いの場の会場の検討"),
}
OTHER = "自治体標準オープンデータセットの表"
OTHER_USE = "「取組の登録」や課題整理シートに書く根拠"
