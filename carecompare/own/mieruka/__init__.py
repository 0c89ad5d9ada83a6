"""Exports of the 見える化 system."""
