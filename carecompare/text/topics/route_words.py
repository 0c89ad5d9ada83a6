"""Words of the questions of council and meetings, each followed in steps."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from carecompare.tables import PROJECTED
from carecompare.text.format import edge_word, era_year, municipalities, number, status_word
from carecompare.text.sentences import WITHHELD
from carecompare.text.topics.route_sentences import several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.rows import SheetLine


ROUTES = {
    "rate": "認定率が高いのはなぜか",
    "resources": "資源は足りているか",
    "future": "2040年に何が起きるか",
    "similar": "似た町は何をしているか",
    "trust": "数字は信頼できるか",
}
# Fields of the catalogue that steps look at.
FIELDS = {
    "care": "介護",
    "medicine": "医療",
    "prevention": "予防",
    "daily_life": "生活支援",
    "across": "横断",
}
# What each step asks, and how its picture is to be read. As many as the route has steps in `ui/routes.py`.
STEPS = {
    "rate": (
        (
            "認定率は高いか",
            "高い・低いは良し悪しではありません。申請のしやすさや、ほかの支えの有無でも変わります。",
        ),
        ("年齢構成のためか", "75歳以上・85歳以上の多い町では、同じ健康状態でも認定率は高くなります。"),
        (
            "年齢をそろえても高いか",
            "年齢をそろえた値で差が残れば、年齢構成だけでは説明できません。",
        ),
        ("重い人の割合も高いか", "軽い人だけが多いのか、重い人も多いのかで、考える対応が違います。"),
        ("一人暮らしは多いか", "家族の支えが得にくいと、認定の申請が早まることがあります。"),
        ("先進事例の予防の取組は", "空欄は「未確認」です。取り組んでいないという意味ではありません。"),
    ),
    "resources": (
        ("使う人はどれだけいるか", "介護の資源は75歳以上の人数あたりで見ています。"),
        ("介護の資源は", "事業所の数です。定員、職員の数、町の外の事業所の利用は含みません。"),
        ("医療の資源は", "医療は人口あたりです。住民は町の外の病院も使います。"),
        ("生活支援の資源は", "配食・見守り・移動などは全国一律の数がなく、ここにあるのは一部です。"),
        (
            "この先も足りるか",
            "今の密度が続くとした計算です。定員・待機・職員など、自町だけが知る数字と合わせて考えてください。",
        ),
    ),
    "future": (
        (
            "高齢化率はどうなるか",
            "国勢調査の年までは国勢調査、その後は推計です。作り方が違うため線はつながりません。",
        ),
        ("75歳以上はいつ最も多いか", "75歳以上は社人研の年齢別の推計によります。"),
        ("介護の需要はどうなるか", "今の年齢別の使い方が変わらないとした指数です。"),
        ("事業所はいくつ要るか", "今の密度を保つとした計算で、目標ではありません。"),
        ("支える人はいるか", "民営の事業所だけの数です。職種の別はありません。"),
    ),
    "similar": (
        (
            "似た町はどこか",
            "人口・年齢・世帯・土地と産業・財政で測ります。医療・介護の資源は物差しに入れていません。",
        ),
        ("年齢の姿も似ているか", "物差しに入れた特徴でも、まったく同じではありません。"),
        ("資源に違いはあるか", "似た町との違いは、取組や歴史の違いかもしれません。"),
        (
            "先進事例は何をしているか",
            "10事例の資料から分かる範囲です。似た町の取組そのものの一覧ではありません。",
        ),
    ),
    "trust": (
        ("自町の値はそろっているか", "値のないところには理由があります。0とは別のものです。"),
        ("値のないわけは", "全国の市区町村を合わせた数です。"),
        ("いつの数字か", "統計ごとに時点が違います。新しい公表があれば取り込めます。"),
        ("小さい数に振り回されていないか", "数が10未満のものには、順位も色も付けていません。"),
        ("全国ではそろっているか", "くらべる相手の値がないと、順位の意味も変わります。"),
    ),
}
LEAD = (
    "よく受ける問いに、画面をたどりながら、自町の数字で答えるための順路です。文は決まった規則で作っています。"
)
CHOICE = "問い"
STEP = "段"
NUMBERED = "{number}. {title}"
PLACE = "{number}／{of}"
PREVIOUS = "前へ"
NEXT = "次へ"
OPEN_PAGE = "「{page}」のページで詳しく見る"
NOTHING = "この段の図は、値がないため出せません。理由は上の文のとおりです。"
SIMILAR_NOTE = "この問いは、くらべる相手を類似自治体にすると、似た町との違いを見られます。"


def complete(own: str, lines: Sequence[SheetLine]) -> str:
    """Return of how many indicators there is a figure, and of how many it is ranked."""
    silent = sum(map(_is_silent, lines))
    withheld = sum(bool(line["reason"]) and not isnan(line["value"]) for line in lines)
    return (
        f"{own}は、{number(len(lines))}指標のうち{number(len(lines) - silent)}指標に値があります。"
        f"値がないもの{number(silent)}、値はあるが順位を付けないもの（数が少ない、保険者の値など）{number(withheld)}です。"
    )


def missing(own: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return which figures are missing, with the word that stands in their place."""
    silent = [line for line in lines if _is_silent(line)]
    if not silent:
        return f"{own}に、値のない指標はありません。全国では、下のわけで値のないところがあります。"
    by_word: dict[str, list[str]] = {}
    for line in silent:
        word = status_word(line["status"]) or WITHHELD.get(line["reason"], "")
        by_word.setdefault(word, []).append(names[line["indicator"]])
    parts = (f"{word}（{several(each)}）" for word, each in by_word.items())
    return f"{own}に値のない{number(len(silent))}指標は、{'、'.join(parts)}です。0ではありません。"


def dated(own: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return of which years the oldest and the newest figure are."""
    known = [line for line in lines if not isnan(line["value"]) and line["status"] != PROJECTED]
    if not known:
        return f"{own}には、推計のほかに値のある指標がありません。"
    oldest, newest = (choose(known, key=lambda line: line["year"]) for choose in (min, max))
    first, last = era_year(int(oldest["year"])), era_year(int(newest["year"]))
    return (
        f"{own}の値（将来推計をのぞく）は、最も古いものが{first}（{names[oldest['indicator']]}など）、"
        f"最も新しいものが{last}（{names[newest['indicator']]}など）です。"
    )


def small(own: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return how many figures rest on small numbers."""
    known = [line for line in lines if not _is_silent(line)]
    few = [line for line in known if line["reason"] in {"few_events", "few_residents"}]
    if not few:
        return f"{own}の{number(len(known))}指標に、数が少ないため順位を付けないものはありません。"
    found = several([names[line["indicator"]] for line in few])
    return (
        f"{own}の{number(len(known))}指標のうち{number(len(few))}指標（{found}）は、数が少なく偶然で大きく変わるため、"
        "順位も色も付けていません。"
    )


def covered(complete_areas: int, areas: int) -> str:
    """Return how many municipalities have every figure."""
    if not complete_areas:
        return f"すべての出典の値がそろう市区町村は、{municipalities(areas)}の中にまだありません。出典ごとの数は図のとおりです。"
    return (
        f"すべての出典の値がそろうのは、{municipalities(areas)}のうち{municipalities(complete_areas)}です。"
    )


def _is_silent(line: SheetLine) -> bool:
    """Return whether nothing is known, not even that a year lies beyond those looked at."""
    return isnan(line["value"]) and not edge_word(line)
