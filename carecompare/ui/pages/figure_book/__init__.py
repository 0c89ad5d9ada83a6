"""The page 図表集."""
