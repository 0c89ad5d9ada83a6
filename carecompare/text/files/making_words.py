"""Words beside a file that is being made."""

STOP = "中止"
