"""The frame of every page: menu, top, loading, turns."""
