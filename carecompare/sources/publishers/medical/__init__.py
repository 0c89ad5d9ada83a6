"""Lists of hospitals and clinics of the medical information service: counts, beds, positions."""
