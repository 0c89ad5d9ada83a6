"""Readers, one for each publisher's layout."""
