"""The incentive grants to insurers."""
