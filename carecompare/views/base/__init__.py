"""What every view stands on: installation, choice, page, block, table."""
