"""Figures over the years: courses, trends, peaks, pyramids, supply."""
