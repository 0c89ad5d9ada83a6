"""What the subcommands do, a module each: each imports what it needs, so that a short one starts quickly."""
