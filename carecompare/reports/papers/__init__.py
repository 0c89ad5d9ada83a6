"""Printed papers, set by typst."""
