"""The page データの健康."""
