"""The page 地図."""
