"""Every Japanese word that is not a label of the catalogue."""
