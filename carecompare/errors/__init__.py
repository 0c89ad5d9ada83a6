"""The errors a person can meet, each carrying the fields its sentence needs.

The sentence itself is written in one place, :mod:`carecompare.text.explain`.
"""

from __future__ import annotations

import copyreg
from typing import Literal

from carecompare.errors.own_problems import OwnDataProblem
from carecompare.errors.problems import (
    CatalogProblem,
    MeasureProblem,
    SelectionProblem,
    SettingProblem,
    SourceProblem,
    StoreProblem,
    TableProblem,
)

__all__ = [
    "CareCompareError",
    "CatalogError",
    "CatalogProblem",
    "MeasureError",
    "MeasureProblem",
    "OwnConflictError",
    "OwnDamagedError",
    "OwnDataError",
    "OwnDataProblem",
    "Problem",
    "SelectionError",
    "SelectionProblem",
    "SettingProblem",
    "SourceError",
    "SourceProblem",
    "StoreError",
    "StoreProblem",
    "TableError",
    "TableProblem",
    "WorkbookError",
]

Problem = Literal[
    SettingProblem,
    CatalogProblem,
    TableProblem,
    StoreProblem,
    MeasureProblem,
    SelectionProblem,
    SourceProblem,
    OwnDataProblem,
]


class CareCompareError(Exception):
    """Something a person can mend.

    Parameters
    ----------
    problem : Problem
        Key of the sentence in ``carecompare.text.explain``; each kind of error has keys of its own.
    **fields : object
        What the sentence names: ``file``, ``sheet``, ``row``, ``column``, ``found``, ``expected``.
    """

    def __init__(self, problem: Problem, **fields: object) -> None:
        super().__init__(problem, fields)
        self.problem: Problem = problem
        self.fields = fields

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as what it holds: the classes are made from different arguments."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]

    def __str__(self) -> str:
        """Return the problem and its fields, for a log."""
        named = ", ".join(f"{name}={value!r}" for name, value in self.fields.items())
        return f"{self.problem} ({named})" if named else self.problem


class CatalogError(CareCompareError):
    """A definition under ``data/catalog`` is wrong."""

    problem: CatalogProblem

    def __init__(self, problem: CatalogProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class SourceError(CareCompareError):
    """A publisher's file is not what its layout says."""

    problem: SourceProblem

    def __init__(self, problem: SourceProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class WorkbookError(CareCompareError):
    """A workbook cannot be read; who asked for it says so in its own words."""

    problem: SourceProblem

    def __init__(self, problem: SourceProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class TableError(CareCompareError):
    """A frame that crosses a border does not have the agreed shape."""

    problem: TableProblem

    def __init__(self, problem: TableProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class StoreError(CareCompareError):
    """The store is missing, damaged or of another make."""

    problem: StoreProblem

    def __init__(self, problem: StoreProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class OwnDataError(CareCompareError):
    """Something a user keeps, or wants to keep, cannot be kept or read."""

    problem: OwnDataProblem

    def __init__(self, problem: OwnDataProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class OwnConflictError(OwnDataError):
    """Somebody else saved in the meantime.

    Parameters
    ----------
    newer : object
        The ``Kept`` that is there now.
    mine : object
        The content that was not saved.
    **fields : object
        As for every error.
    """

    def __init__(self, newer: object, mine: object, **fields: object) -> None:
        super().__init__("own_conflict", **fields)
        self.newer = newer
        self.mine = mine


class OwnDamagedError(OwnDataError):
    """A version that is kept cannot be read; others of its history can be.

    Parameters
    ----------
    problem : OwnDataError
        Why.
    area : str
        Whose it is.
    kind : object
        The ``Kind`` of it.
    version : int
        Its number.
    """

    def __init__(self, problem: OwnDataError, area: str, kind: object, version: int) -> None:
        super().__init__(problem.problem, **problem.fields)
        self.area = area
        self.kind = kind
        self.version = version


class MeasureError(CareCompareError):
    """A statistic was asked of numbers that do not allow it."""

    problem: MeasureProblem

    def __init__(self, problem: MeasureProblem, **fields: object) -> None:
        super().__init__(problem, **fields)


class SelectionError(CareCompareError):
    """A link or a choice names something that does not exist."""

    problem: SelectionProblem

    def __init__(self, problem: SelectionProblem, **fields: object) -> None:
        super().__init__(problem, **fields)
