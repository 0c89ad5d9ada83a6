"""Words of what is reached in 30 minutes: towns, districts, offices, blocks hard to reach."""
