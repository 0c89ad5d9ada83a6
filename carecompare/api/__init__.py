"""The published figures for other programs, over HTTP, to be read only."""

from carecompare.api.routes import answered

__all__ = ["answered"]
