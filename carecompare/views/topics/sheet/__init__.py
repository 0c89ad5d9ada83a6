"""比較分析表: every indicator of a town on one sheet."""
