"""The page 自町データ."""
