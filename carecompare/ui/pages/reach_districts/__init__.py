"""The page of the districts of daily life."""
