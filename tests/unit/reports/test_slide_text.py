"""Letters that stay in their boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompare.reports.slides.text import fitted, printable, text_width, wrapped


def test_a_full_width_letter_is_as_wide_as_it_is_high() -> None:
    assert text_width("長岡市", 10) == pytest.approx(30)


def test_a_line_never_begins_with_a_closing_sign() -> None:
    lines = wrapped("あいうえ。かきくけ）さ", 10, 40)
    assert all(line[0] not in "。）" for line in lines)


def test_a_text_that_fits_keeps_its_size() -> None:
    assert fitted("短い題", 900, 80, 28, 14).size == 28


def test_a_long_text_gets_smaller_before_it_is_cut() -> None:
    found = fitted("長い題" * 30, 300, 80, 28, 8)
    assert found.text == "長い題" * 30
    assert 8 <= found.size < 28
    assert found.height <= 80


def test_a_text_too_long_for_the_smallest_letters_ends_in_an_ellipsis() -> None:
    found = fitted("あ" * 5000, 300, 80, 28, 8)
    assert found.text.endswith("…")
    assert found.height <= 80


@given(st.text(max_size=300), st.floats(60, 900), st.floats(10, 90))
def test_whatever_is_written_stays_in_its_box(text: str, width: float, height: float) -> None:
    found = fitted(printable(text), width, max(height, 10.0), 28, 8)
    lines = wrapped(found.text, found.size, width)
    assert len(lines) <= max(found.lines, 1)
    assert all(text_width(line, found.size) <= width + 2 * found.size for line in lines)


@given(st.text(max_size=100))
def test_no_character_is_lost_by_breaking_lines(text: str) -> None:
    assert "".join(wrapped(text, 10, 55)) == text.replace("\n", "")
