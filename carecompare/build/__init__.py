"""Figures and catalogue in, store out."""

from carecompare.build.corrections import check_corrections
from carecompare.build.run import build_store, fingerprint, fresh_store

__all__ = ["build_store", "check_corrections", "fingerprint", "fresh_store"]
