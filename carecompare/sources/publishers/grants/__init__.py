"""The national table of the incentive grants: its reader, and the scores of every item as they are kept."""
