"""Exhibits as one page that any browser opens from a file."""

MEDIA_TYPE = "text/html"
