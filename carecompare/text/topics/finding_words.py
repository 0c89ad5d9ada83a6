"""What stands out, as sentences made by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.tables import INCOMPLETE, INSURER_LEVEL, INSURER_UNKNOWN, UNKNOWN_AGES
from carecompare.text.format import municipalities, number, signed, with_unit
from carecompare.text.sentences import WITHHELD, listed
from carecompare.text.topics import supply_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Sized

    from carecompare.catalog import Indicator


PERCENT = 100
JUDGED = (
    "相手との違いは{judged}指標で判定しました。1つずつ95%で見ると、本当は違わなくても平均{by_chance}指標が偶然だけで"
    "「違う」に入ります。そのため、「違う」としたもののうち偶然によるものが平均5%以下になるように絞っています。"
)
NOTHING_JUDGED = "数が少ない・値がない・保険者の値などのため、相手との違いを判定できる指標がありません。"
WAYS = {"higher": "多く", "lower": "少なく", "up": "増えています", "down": "減っています"}
RATE_WAYS = {"higher": "高く", "lower": "低く", "up": "上がっています", "down": "下がっています"}
MISMATCH = {
    "higher": "{own}は{need}が相手より高い一方で、75歳以上あたりで相手より少ない資源があります（{services}）",
    "lower": "{own}は{need}が相手より低い一方で、75歳以上あたりで相手より多い資源があります（{services}）",
}


def beyond(own: str, indicator: Indicator, way: str, figures: Mapping[str, float]) -> str:
    """Return how the own value lies outside the middle half of the peers."""
    digits = indicator.decimals
    half = f"{number(figures['first'], digits)}〜{number(figures['third'], digits)}"
    said = with_unit(figures["value"], indicator)
    opening = _opening(own, indicator, said)
    ways = RATE_WAYS if indicator.unit_ja == "%" else WAYS
    return (
        f"{opening}くらべる相手の中央の半数（{half}）より{ways[way]}、"
        f"中央値{number(figures['median'], digits)}との差は偶然では説明しにくい"
    )


def trend(own: str, indicator: Indicator, way: str, year: int, figures: Mapping[str, float]) -> str:
    """Return where five points go, and how many of the peers go there too."""
    ways = RATE_WAYS if indicator.unit_ja == "%" else WAYS
    among = (
        f"同じ向きの相手は{number(figures['peers'])}市区町村のうち{number(figures['alike'])}市区町村"
        if figures["peers"]
        else "くらべられる相手はありません"
    )
    return f"{_move(own, indicator, year, figures)}へ、偶然を超えて{ways[way]}（{among}）"


def jump(own: str, indicator: Indicator, year: int, figures: Mapping[str, float]) -> str:
    """Return how far the last step went."""
    change = signed(PERCENT * (figures["last"] / figures["first"] - 1)) if figures["first"] else ""
    return f"{_move(own, indicator, year, figures)}へ急に変わりました（{change}%）"


def mismatch(own: str, way: str, need: str, services: Sequence[str]) -> str:
    """Return that need and services go different ways."""
    return MISMATCH[way].format(own=own, need=need, services=listed(services, 4))


def caution(
    own: str, kind: str, indicator: str, year: int, insurer: str, figures: Mapping[str, float]
) -> str:
    """Return what limits the figures of a municipality."""
    if kind == "few_events":
        of_all = f"のうち{number(figures['few'])}種" if figures["few"] < figures["all"] else "すべて"
        return (
            f"資源の指標{number(figures['all'])}種{of_all}は、{own}では数が10未満です。1か所の増減や偶然で大きく変わるため、"
            "順位も色も付けず、気づきにも使いません。数そのものは「資源密度」のページで見られます。"
        )
    if kind == INSURER_LEVEL:
        return f"介護保険の値は、保険者である{insurer}全体の値です。{own}だけの値ではないため、気づきには使いません。"
    if kind == "no_projection":
        return supply_words.NO_PEAK.format(own=own)
    if kind in {UNKNOWN_AGES, INCOMPLETE}:
        why = WITHHELD[UNKNOWN_AGES if kind == UNKNOWN_AGES else INCOMPLETE]
        return f"{own}の{year}年の{indicator}は、{why}。気づきにも使いません。"
    return f"{own}の介護保険の値は、{WITHHELD[INSURER_UNKNOWN]}。0ではありません。"


def judged(figures: Sized, by_chance: float) -> str:
    """Return of how many figures a difference from the peers was judged, and how many chance alone would give."""
    if not figures:
        return NOTHING_JUDGED
    return JUDGED.format(judged=len(figures), by_chance=number(by_chance, 1))


def too_few_peers(count: int) -> str:
    """Return that a comparison with so few says nothing."""
    return (
        f"くらべる相手が{municipalities(count)}と少なく（5つ以上が必要）、相手との違いは拾い出していません。"
    )


def _opening(own: str, indicator: Indicator, said: str) -> str:
    name = f"{own}の{indicator.name_ja}"
    # A figure per something reads on from the name, as in `sentences.ranked`.
    return f"{name}は{said}で、" if "あたり" in said else f"{name}{said}は、"


def _move(own: str, indicator: Indicator, year: int, figures: Mapping[str, float]) -> str:
    start, end = with_unit(figures["first"], indicator), with_unit(figures["last"], indicator)
    end = end.partition("あたり")[2] or end
    first = number(figures["first_year"]).replace(",", "")
    return f"{own}の{indicator.name_ja}は、{first}年の{start}から{year}年の{end}"


LEAD = "決まった規則で数字から拾い出したものです。良し悪しの判定ではなく、話し合いのきっかけにしてください。"
RULES_TITLE = "拾い出しの規則と並び順"
RULES = (
    "**相手との違い**：自町の値がくらべる相手の中央の半数の外にあり、相手の中央値との差が、判定した全部の指標を一度に見ても偶然では説明しにくいもの（相手5つ以上。「違う」としたもののうち偶然によるものを平均5%以下にするBenjamini–Hochberg法）。",
    "**5つの値の傾向**：等間隔の最近5つの値が、偶然を超えて一方向に動き（99.8%）、どの1つを除いても向きが変わらないもの。相手の半数以上が同じ向きなら、自町の気づきとはしません。",
    "**急な変化**：直前の値から2割以上動き、95%区間が重ならず、ふだんの動きの3倍以上のもの。",
    "**75歳以上のピーク**：将来推計で75歳以上の人口が最も多くなる年。",
    "**必要と資源の食い違い**：認定率（相手と違わないときや保険者の値しかないときは、85歳以上・75歳以上の割合）が相手より高いのに75歳以上あたりの資源が少ないもの（2種以上）、またはその逆。",
    "人口・産業・財政は背景なので、拾い出しません。",
    "**数が10未満**のもの、保険者全体の値、年齢不詳が3%を超える値、一部の病院だけの値からは、何も拾い出しません。",
    "並び順は点数の高い順です。食い違い4点＋資源の数×0.3（3種まで）、相手との違い1点＋偶然を超える大きさ（95%区間の近い端と中央値の差、中央の半数の幅を1として最大3）、急な変化2点、傾向1点＋同じ向きでない相手の割合×2、ピーク2.5点。定義で望ましい向きを定めた指標があれば、その逆のとき1点を加えます。最大8件で、同じものを数えた重なりと互いに矛盾するものは省きます。",
)
SECTION_LISTED = "目に留まるもの（{shown}件）"
SECTION_CAUTIONS = "数字を読むときの注意"
SECTION_DISMISSED = "見送ったもの（{count}件）"
NOTHING = "規則に当てはまるものはありませんでした。"
NOTHING_LEFT = "すべて見送りました。下の欄から戻せます。"
RULE = {
    "beyond": "相手との違い",
    "trend": "5つの値の傾向",
    "jump": "急な変化",
    "peak": "将来の見込み",
    "mismatch": "必要と資源の食い違い",
}
EVIDENCE = "根拠の図と表"
DISMISS = "見送る"
DISMISSED = "見送りました。下の「見送ったもの」から戻せます。"
RESTORED = "戻しました。"
RESTORE = "戻す"
INITIATIVES = "{field}の取組を見る"
INITIATIVES_ALL = "取組を見る"
DECOMPOSE = "高齢化か、自町かを見る"
CAUTION = {
    "census": "施設の全数を数えたもので、区間は偶然のゆらぎの目安です。住民は市区町村の境をこえて利用します。",
    "judgement": "高い・低いは良し悪しではありません。相手の中央値は目標ではありません。",
    "ages": "年齢の違いをならすと、相手と違うとはいえません。年齢構成の影響を先に確かめてください。",
    "denominators": "分母は国勢調査の年の人口のため、分母の変わり目でも値が動きます。件数の動きも合わせて見てください。",
    "edition": "数え方や区分、市区町村の境が変わった可能性があります。原資料を確かめてください。",
    "mismatch": "事業所や人の数で、定員や広域の利用は含みません。足りない・余っているという意味ではありません。",
    "projection": "社人研の年齢別の推計（手元で最も新しいもの）によるものです。推計と実際は違うことがあります。",
}
