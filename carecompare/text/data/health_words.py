"""Sentences on how complete and how old the figures are, made by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


MONTHS = 12
MOST_NAMED = 3


def age(as_of: str, today: date) -> str:
    """Return how long ago a date was, in plain words.

    Parameters
    ----------
    as_of : str
        ``2024``, ``2024-03`` or ``2024-03-31``; a year alone is taken to its end.
    today : date
        The day it is seen from.

    Returns
    -------
    str
        For example ``1年8か月前``; ``約`` before it where only a year is known.
    """
    parts = [int(part) for part in as_of.split("-")]
    month = parts[1] if len(parts) > 1 else MONTHS
    passed = (today.year - parts[0]) * MONTHS + today.month - month
    if passed < 0:
        return FUTURE
    years, months = divmod(passed, MONTHS)
    if not passed:
        return UNTIL_NOW
    spoken = (f"{years}年" if years else "") + (f"{months}か月" if months else "")
    return f"{'約' if len(parts) == 1 else ''}{spoken}前"


def coverage_finding(complete: int, all_areas: int, incomplete: Sequence[str]) -> str:
    """Return how many municipalities have every figure of every source.

    Parameters
    ----------
    complete, all_areas : int
        Municipalities.
    incomplete : sequence of str
        Names of the sources that some municipality lacks figures of, the least complete first.

    Returns
    -------
    str
        One sentence.
    """
    if not incomplete:
        return f"{all_areas:,}市区町村のすべてで、手元のどの出典の数値もそろっています"
    named = "・".join(incomplete[:MOST_NAMED]) + ("など" if len(incomplete) > MOST_NAMED else "")
    return f"{all_areas:,}市区町村のうち、手元のどの出典の数値もそろうのは{complete:,}市区町村。欠けているのは{named}"


def prefectures_finding(lacking: Sequence[str]) -> str:
    """Return which prefectures lack most.

    Parameters
    ----------
    lacking : sequence of str
        Names of the prefectures with a gap, the largest first.
    """
    if not lacking:
        return "どの都道府県でも、手元の出典の数値がそろっています"
    named = "・".join(lacking[:MOST_NAMED])
    return (
        f"値の欠けがあるのは{len(lacking)}都道府県で、{named}の欠けがいちばん大きい"
        if len(lacking) > MOST_NAMED
        else f"値の欠けがあるのは{named}"
    )


def ages_finding(oldest: str, oldest_age: str, newest: str, newest_age: str) -> str:
    """Return which source is oldest and which newest."""
    return f"いちばん新しいのは{newest}（{newest_age}）、いちばん古いのは{oldest}（{oldest_age}）"


def gaps_finding(cells: int, largest: str, share: float) -> str:
    """Return how many cells are empty and the reason of most of them.

    Parameters
    ----------
    cells : int
        Empty cells.
    largest : str
        The commonest reason.
    share : float
        Its share in per cent.
    """
    if not cells:
        return GAPS_NONE
    return f"値のないます目は{cells:,}。いちばん多い理由は「{largest}」（{number(share)}%）"


def log_finding(to_confirm: int, all_lines: int) -> str:
    """Return how many lines of the log want a person's eye."""
    return f"変更点{all_lines:,}件のうち、確認するものは{to_confirm:,}件"


def notes_finding(rows: int, kinds: int) -> str:
    """Return how many rows were mapped, left out or doubtful."""
    return f"公表されたファイルの{rows:,}行に、{kinds}種類の注意すべき点がありました"


def positions_finding(offices: int, points: Sequence[tuple[float, float, int]]) -> str:
    """Return how many offices stand outside their municipality, and at which points many of them do."""
    if not offices:
        return "位置が市区町村の外にある事業所はありません"
    named = "、".join(
        f"{_point(latitude, longitude)}の1点に{number(count)}か所" for latitude, longitude, count in points
    )
    return f"位置が市区町村の外にある事業所は{number(offices)}か所" + (f"（うち{named}）" if named else "")


def some(names: Sequence[str]) -> str:
    """Return the first names, and that there are more."""
    return "、".join(names[:MOST_NAMED]) + ("など" if len(names) > MOST_NAMED else "")


def _point(latitude: float, longitude: float) -> str:
    north = f"{'北緯' if latitude >= 0 else '南緯'}{abs(latitude):.2f}度"
    return f"{north}・{'東経' if longitude >= 0 else '西経'}{abs(longitude):.2f}度"


TASKS = "取り込みを待っているもの"
COVERAGE = "出典ごとの充足"
PREFECTURES = "都道府県 × 出典"
AGES = "数値の時点と次の公表"
GAPS = "値がない理由"
LOG = "取り込みの変更点"
NOTES = "読み取りで分かったこと"

COVERAGE_SUBTITLE = (
    "出典ごとに、いちばん新しい年の項目がそろう市区町村の数（推計だけの年を除く）。"
    "濃い部分＝全項目あり、薄い部分＝一部の項目だけ、白＝値なし"
)
COVERAGE_COLUMNS = {
    "source": "出典",
    "counts": "ある項目",
    "all": "全項目あり",
    "some": "一部だけ",
    "none": "値なし",
    "share": "全項目ありの割合",
}
COVERAGE_PARTS = {"all": "全項目あり", "some": "一部の項目だけ", "none": "値なし"}
COVERAGE_INSURERS = "保険者（広域連合など）全体の値で代えている市区町村も「あり」に数えています。"
COVERAGE_NOT_ZERO = (
    "値がないことは0を意味しません。まだ取り込んでいない項目は「ある項目」の分母に入れています。"
)
FIGURES_SOURCE = "手元の数値（各出典の時点は下の「数値の時点と次の公表」）を集計"
PREFECTURE = "都道府県"
PREFECTURE_SUBTITLE = "値のあるます目の割合（%）。ます目＝市区町村 × その出典の項目。濃いほど値が欠けています"
GAPS_SUBTITLE = "値のないます目（市区町村 × 項目）の数。いちばん新しい年（推計だけの年を除く）"
GAPS_COLUMNS = {
    "source": "出典",
    "reason": "理由",
    "cells": "ます目",
    "municipalities": "市区町村",
    "explanation": "説明",
}
GAPS_NONE = "値のないます目はありません。"
REASONS = {
    "missing": ("資料なし", "公表された表に値がありません。"),
    "suppressed": ("秘匿", "公表元が、数が少ないなどの理由で伏せています。"),
    "not_collected": ("未収集", "公表されていますが、まだ集めていません。"),
    "not_applicable": ("該当なし", "住民がいないなど、値の意味がない地域です。"),
    "no_projection": ("推計なし", "公表元が市区町村別の推計をしていません（福島県の市町村）。"),
    "insurer_unknown": ("保険者が不明", "広域連合などのどれに属すか、名称からは分かりません。"),
    "insurer_level": (
        "（参考）保険者の値",
        "値はありますが、広域連合など保険者全体の値です。順位は付けません。",
    ),
    "no_file": ("未収集", "ファイルをまだ取り込んでいません。上の欄から取り込めます。"),
}
POSITIONS = "位置が市区町村の外にある事業所"
POSITIONS_SUBTITLE = "公表された緯度経度が、所在する市区町村の外にあるもの。数には入り、地図には載せません"
POSITIONS_COLUMNS = {
    "service": "サービス",
    "outside": "市区町村の外",
    "at_one_point": "うち同じ1点に重なるもの",
}
DOUBTS = "公表元の一覧のぬけ・重なりと、その扱い"
DOUBTS_SUBTITLE = "全国1,741市区町村で確かめた結果。数は市区町村の数（そう書いたものを除く）"
DOUBTS_COLUMNS = {
    "doubt": "確かめたこと",
    "places": "全国の数",
    "examples": "例",
    "treatment": "扱い",
}
DOUBTS_FINDING = (
    "一覧のぬけ・重なり・数え方の違いを{kinds}とおり確かめ、{found}とおりで当てはまる市区町村がありました"
)
DOUBT_ROWS = {
    "beds_part": (
        "病床：載っていない、または病床を書いていない病院がある",
        "一部の病院だけの値と示し、順位・中央値・気づきに使いません",
    ),
    "beds_part_prefectures": (
        "病床：県の値が一部の病院だけのもの（都道府県の数）",
        "県の値と示しますが、県の線に使いません",
    ),
    "beds_unlisted": ("病床：別の統計には病院があるのに、1か所も載っていない", "0とせず「未収集」とします"),
    "offices_unlisted": ("介護の事業所が、どのサービスも1か所も載っていない", "0とせず「未収集」とします"),
    "care_home_places": (
        "特養：1か所に複数の指定がある",
        "指定の数と場所の数を分けて示し、気づきは場所の数でみます",
    ),
    "day_care_places": (
        "デイサービス：1か所に複数の指定がある",
        "指定の数と場所の数を分けて示し、気づきは場所の数でみます",
    ),
    "abolished": (
        "廃止された介護療養型医療施設が一覧に残る",
        "「廃止、一覧の残り」と示し、密度をくらべません",
    ),
    "fewer": (
        "85歳以上の被保険者が、国勢調査の85歳以上より10%をこえて少ない",
        "認定率を示すところで、人数とともに断ります",
    ),
    "more": (
        "85歳以上の被保険者が、国勢調査のときに80歳以上だった人より多い",
        "認定率を示すところで、人数とともに断ります",
    ),
}
DOUBT_PART = "{name}（{expected}病院のうち{known}）"
DOUBT_PLACES = "{name}（指定{designations}、場所{places}）"
DOUBT_ABOLISHED = "{name}（{offices}か所）"
DOUBT_INSURED = "{name}（{insured}人と{residents}人）"
DOUBT_NATION = "{said}。全国では指定{designations}、場所{places}"
AGES_COLUMNS = {
    "source": "出典",
    "publisher": "発行者",
    "date": "時点",
    "age": "今日から見て",
    "next_release": "次の公表（例年からの見込み）",
}
AGES_NOTE = (
    "「次の公表」は例年の時期からの見込みで、公表元の予定ではありません。公表されたら公表元のページで確かめ、"
    "ファイルを取り込んでください。"
)
NO_NEXT = "予定は分かりません"
LOG_COLUMNS = {
    "imported": "取り込み日",
    "file": "ファイル",
    "change": "変わったこと",
    "judgement": "判断",
    "action": "すること",
}
LOG_EMPTY = "取り込みの記録はまだありません。"
LOG_NOTE = (
    "「大きく変わりました」は5倍をこえる動き、「ほかと大きく違います」は同じ項目の全市区町村の変わり方から"
    "大きく外れた動き（比の対数が中央値から標準誤差の6倍をこえ、かつ1.5倍以上）です。誤りとはかぎりません。"
)
LOG_FILTER = "見る行"
LOG_FILTERS = {"to_do": "確認するものだけ", "all": "すべて"}
NOTES_COLUMNS = {
    "problem": "分かったこと",
    "rows": "行数",
    "files": "ファイル数",
    "example": "例",
}
NOTES_EMPTY = "読み取りで気になった行はありません。"
PAGE_OF = "{first}〜{last}行目（全{all}行）"
PAGER = "表示する行"
UNTIL_NOW = "今月"
FUTURE = "（これから）"
