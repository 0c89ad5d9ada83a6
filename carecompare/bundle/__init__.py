"""Everything to start on a machine without a network, in one archive."""

from carecompare.bundle.archive import TARGETS, bundled

__all__ = ["TARGETS", "bundled"]
