"""Everything to start on a machine without a network, in one archive."""
