"""Words on what a town keeps, brings and writes."""
