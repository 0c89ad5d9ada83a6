"""Several servers behind one address: HAProxy in front, each kept up."""
