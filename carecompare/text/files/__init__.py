"""Words of slides, workbooks, papers and commands."""
