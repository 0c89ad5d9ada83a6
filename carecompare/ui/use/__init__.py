"""Draw a block, and what can be done with it."""
