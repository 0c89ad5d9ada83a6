"""One measure of letters for whatever is drawn elsewhere."""

from __future__ import annotations

import pytest

from carecompare.charts.parts.spacing import text_width_px
from carecompare.letter_widths import width_em
from carecompare.reports.slides.text import text_width
from carecompare.reports.workbooks.table import column_units


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("漢字ア。", 4.0),
        ("（△）", 3.0),
        ("ab12", 4 * 0.62),
        ("%M", 2 * 0.78),
        ("が", 1.0),
        ("か\u3099", 1.0),
        ("辻\U000e0100", 1.0),
        ("", 0.0),
    ],
)
def test_a_letter_is_as_wide_as_its_class(text: str, em: float) -> None:
    assert width_em(text) == pytest.approx(em)


def test_only_a_slide_has_room_between_japanese_and_latin_letters() -> None:
    assert width_em("計31人", 0.1) == pytest.approx(width_em("計31人") + 0.2)
    assert width_em("計 31", 0.1) == width_em("計 31")
    assert text_width_px("計31人", 10) == pytest.approx(10 * width_em("計31人"))
    assert text_width("計31人", 10) > text_width_px("計31人", 10)


def test_a_column_of_a_workbook_is_measured_in_digits() -> None:
    assert column_units(width_em("長岡市")) == 7
