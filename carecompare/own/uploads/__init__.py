"""Files that people bring: read, understood, checked."""
