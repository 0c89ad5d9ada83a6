"""One module per question that the dashboard answers."""
