"""The page of what is within half an hour."""
