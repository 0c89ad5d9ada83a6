"""The page 課題整理シート."""
