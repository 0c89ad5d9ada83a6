"""What is said of figures that a publisher prints wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number, status_word

if TYPE_CHECKING:
    from carecompare.catalog import Correction


TITLE = "公表の誤りとその扱い"
NOTE = "示さない値も、都道府県と全国の合計には公表のまま入っています。公表側で直ると集計が止まり、記録を見直します。"
COLUMN = {"published": "公表の値", "treatment": "扱い", "reason": "理由"}
ACTIONS = {"withhold": "示さない", "replace": "{value}に置きかえ"}


def published(record: Correction) -> str:
    """Return what the publisher prints."""
    return number(record.expect) if isinstance(record.expect, float) else status_word(record.expect)


def treatment(record: Correction) -> str:
    """Return what is done about it."""
    return ACTIONS[record.action].format(value=number(record.value))


def sentence(record: Correction, name_ja: str) -> str:
    """Return the note below a figure that it concerns."""
    return f"{name_ja}：{record.reason_ja}"
