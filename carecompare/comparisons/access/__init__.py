"""Ways to offices: reach, districts, blocks hard to reach, a new office."""
