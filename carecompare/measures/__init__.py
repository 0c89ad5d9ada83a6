"""How numbers are made: pure functions on arrays, which read nothing and write nothing."""
