"""図表集: the figures of a town, numbered, with a ledger of their numbers."""
