"""Maps: one indicator over the country, offices, two towns."""
