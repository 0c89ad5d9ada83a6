"""What a plan has to look at, and how plan and actual agree."""
