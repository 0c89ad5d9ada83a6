"""The catalogue, imports and the health of the figures."""
