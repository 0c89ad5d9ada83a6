"""Where a line of Japanese ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carecompare.letter_widths import width_em
from carecompare.reports.lines import wrapped


def test_a_number_and_a_word_in_narrow_letters_are_not_parted() -> None:
    assert wrapped("高齢化率31.4%は", 7.3) == ["高齢化率31.4%", "は"]
    assert wrapped("あいう 12345 えお", 6) == ["あいう", "12345 えお"]


def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket() -> None:
    assert wrapped("あいうえお。かき", 5) == ["あいうえお。", "かき"]
    assert wrapped("あいうえ（お）", 5) == ["あいうえ", "（お）"]


def test_a_sign_that_stays_on_its_line_draws_no_word_after_it() -> None:
    assert wrapped("あああ%111ああ", 4) == ["あああ%", "111ああ"]


def test_line_breaks_are_kept_and_nothing_makes_no_line() -> None:
    assert wrapped("あ\nい", 10) == ["あ", "い"]
    assert wrapped("", 10) == []


@given(st.text(alphabet="あ漢ア12a .、。（）「」%", max_size=80), st.floats(4, 40))
def test_nothing_is_lost_and_lines_keep_to_their_width_em(text: str, most: float) -> None:
    lines = wrapped(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    closing = "、。）」%."
    for line in lines:
        assert width_em(line.rstrip(closing)) <= most + width_em("（「") + 1
