"""One municipality across many indicators."""
