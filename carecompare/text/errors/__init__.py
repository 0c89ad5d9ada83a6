"""A sentence for every error that a person can meet."""
