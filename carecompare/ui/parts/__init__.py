"""Widgets and pieces that several pages draw."""
