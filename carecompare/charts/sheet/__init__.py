"""The strips of 比較分析表."""
