"""Who can reach what within half an hour."""
