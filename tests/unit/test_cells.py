from __future__ import annotations

import pytest

from carecompare.cells import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1234", 1234),
        ("１，２３４．５", 1234.5),
        ("△3", -3),
        ("▲ 1,234", -1234),
        ("－3", -3),
        ("−3", -3),
        ("+3", 3),
        (" 12.0 ", 12),
    ],
)
def test_a_number_is_read_however_officials_write_it(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["", "-", "△", "1,23", "1.2.3", "1e3", "=1+2", "nan", "inf", "3人", "--3", "𝟙x", "1 234"]
)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert number(text) is None
