"""印の意味: 順位の幅、増減の印、値がないときの言葉。印のあるものは、ないものと同じには読まない。"""

from __future__ import annotations

import pytest

from carecompare.tables import STATUSES
from carecompare.text import rank_words
from carecompare.text.format import signed, status_word


def test_the_range_behind_a_rank_is_what_chance_leaves() -> None:
    """「3位（1〜9位）」は、3位だが偶然で1位から9位まで動くということ。"""
    assert rank_words.in_table(3, (1, 9)) == "3位（1〜9位）"
    assert rank_words.in_sentence((1, 9), 3, 11) == "（順位の幅は高いほうから1〜9位）"
    # Counted from the end that the sentence counts from: of 11 the 10th is the second lowest.
    assert rank_words.in_sentence((8, 11), 10, 11) == "（順位の幅は低いほうから1〜4位）"


def test_a_rank_that_does_not_move_has_no_range() -> None:
    """動かない順位に幅は書かない。"""
    assert rank_words.in_table(3, (3, 3)) == "3位"
    assert rank_words.in_sentence((3, 3), 3, 11) == ""


def test_where_there_is_no_rank_there_is_no_range_either() -> None:
    """順位のないところには何も書かない。"""
    assert rank_words.in_table(float("nan"), None) == ""


def test_less_is_marked_by_a_triangle_and_more_by_a_plus() -> None:
    """差は、増を「+」、減を「△」で書く。行政の表の書き方。"""
    assert signed(1.5, 1) == "+1.5"
    assert signed(-1.5, 1) == "△1.5"


@pytest.mark.parametrize("status", STATUSES)
def test_every_state_of_a_figure_has_a_word_of_its_own(status: str) -> None:
    """「未収集」「資料なし」「秘匿」などは、それぞれ別の言葉。"""
    words = [status_word(each) for each in STATUSES]
    assert words.count(status_word(status)) == 1
