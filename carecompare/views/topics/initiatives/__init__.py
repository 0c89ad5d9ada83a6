"""Initiatives: cases, those a town entered, and whose fit."""
