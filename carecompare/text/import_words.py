"""Words of an import: its steps, the box on screen, the way back."""

from __future__ import annotations

# Steps on screen and on the command line, by the keys that `sources` tells; {detail} is a file name.
STEPS = {
    "step_open": "手元の数値を開いています",
    "step_file": "読み取り：{detail}",
    "step_compare": "照合：手元の数値と市区町村コードを突き合わせています",
    "step_changes": "変更点：増えた値・なくなった値・大きく動いた値を調べています",
    "step_keep": "取り込み前の数値を控えています",
    "step_write_figures": "書き込み：数値の表を置きかえています",
    "step_imported": "書き込みました",
}
STEP_BUILD = "集計：{step}"
