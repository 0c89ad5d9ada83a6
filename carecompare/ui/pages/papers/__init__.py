"""The page 会議資料."""
