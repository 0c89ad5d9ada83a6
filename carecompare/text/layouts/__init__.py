"""Words by which publishers' files are known."""
