"""The check of a plan: every item, what fills it, what the town writes."""
