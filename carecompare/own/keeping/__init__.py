"""Versions of what a town keeps: shelf, storage, kinds."""
