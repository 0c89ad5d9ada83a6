"""An indicator over the years."""
