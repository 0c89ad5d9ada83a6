"""What a town can keep, a module for each kind."""
