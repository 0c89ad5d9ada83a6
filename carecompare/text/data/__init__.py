"""Words on the figures: imports, health, passports, corrections."""
