"""Figures and catalogue in, store out."""

from carecompare.build.run import build_store, fingerprint, fresh_store

__all__ = ["build_store", "fingerprint", "fresh_store"]
