"""The shapes of the tables that cross a border: one definition gives the check and the DDL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from carecompare.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

Status = Literal[
    "observed",
    "estimated",
    "projected",
    "imputed",
    "insurer_level",
    "suppressed",
    "not_collected",
    "not_applicable",
    "missing",
    "withheld",
]
OBSERVED: Final = "observed"
ESTIMATED: Final = "estimated"
PROJECTED: Final = "projected"
IMPUTED: Final = "imputed"  # counted, with those of unknown age distributed over the ages
INSURER_LEVEL: Final = "insurer_level"
SUPPRESSED: Final = "suppressed"
NOT_COLLECTED: Final = "not_collected"
NOT_APPLICABLE: Final = "not_applicable"
MISSING: Final = "missing"
WITHHELD: Final = "withheld"  # a publisher's figure known to be wrong
STATUSES: tuple[Status, ...] = get_args(Status)

# Methods of a value that is none of a measure: why it is a range, or not there.
UNKNOWN_AGES: Final = "unknown_ages"
INSURER_UNKNOWN: Final = "insurer_unknown"
UNLISTED: Final = "unlisted"
INCOMPLETE: Final = "incomplete"
NOT_ADDED_UP: Final = "not_added_up"

NATION = "00"


@dataclass(frozen=True)
class Shape:
    """The columns of a table.

    Parameters
    ----------
    name : str
        Name of the table in the store.
    columns : mapping of str to str
        DuckDB type of each column, in order.
    key : tuple of str
        Columns that together occur once.
    nullable : frozenset of str
        Columns that may be empty.
    enumerated : frozenset of str
        Columns whose words the store lists once, so that they are read as numbers.
    """

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]
    nullable: frozenset[str] = frozenset()
    enumerated: frozenset[str] = frozenset()

    def ddl(self) -> str:
        """Return the statement that creates the table.

        No primary key: on a long table it costs ten times the space, so the key is checked by SQL.
        """
        columns = ", ".join(
            f'"{name}" {self.enumeration(name) if name in self.enumerated else kind}'
            f"{'' if name in self.nullable else ' NOT NULL'}"
            for name, kind in self.columns.items()
        )
        return f"CREATE TABLE {self.name} ({columns})"

    def enumeration(self, column: str) -> str:
        """Return the name of the type that lists the words of a column."""
        return f"{self.name}_{column}"

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the frame when it has this shape.

        Parameters
        ----------
        frame : DataFrame
            One row per key.

        Returns
        -------
        DataFrame
            The same frame, columns in the order of the shape.

        Raises
        ------
        TableError
            If a column is absent or unknown, an obligatory cell is empty, or a key occurs twice.
        """
        absent = [name for name in self.columns if name not in frame.columns]
        unknown = [name for name in frame.columns if name not in self.columns]
        if absent or unknown:
            raise TableError("table_columns_wrong", file=self.name, expected=absent, found=unknown)
        ordered = frame[list(self.columns)]
        for name in self.columns:
            if name not in self.nullable and ordered[name].isna().any():
                row = int(ordered[name].isna().to_numpy().argmax())
                raise TableError("table_cell_empty", file=self.name, column=name, row=row)
        repeated = ordered.duplicated(list(self.key))
        if repeated.any():
            found = ordered.loc[repeated, list(self.key)].iloc[0].tolist()
            raise TableError("table_key_twice", file=self.name, found=found)
        return ordered


AREAS = Shape(
    "areas",
    {
        "area": "VARCHAR",
        "level": "VARCHAR",
        "name_ja": "VARCHAR",
        "kana": "VARCHAR",
        "prefecture": "VARCHAR",
        "prefecture_ja": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
    },
    key=("area",),
    nullable=frozenset({"kana", "prefecture", "prefecture_ja", "latitude", "longitude"}),
)

MEMBERS = Shape(
    "insurer_members",
    {
        "municipality": "VARCHAR",
        "insurer": "VARCHAR",
        "match": "VARCHAR",
        "candidates": "VARCHAR",
    },
    key=("municipality",),
    nullable=frozenset({"insurer", "candidates"}),
)

CLASS, DEPOPULATED, MOUNTAIN_VILLAGE, METROPOLITAN_AREA, MEDICAL_AREA = (
    "class",
    "depopulated",
    "mountain_village",
    "metropolitan_area",
    "medical_area",
)

AREA_GROUPS = Shape(
    "area_groups",
    {
        "municipality": "VARCHAR",
        "kind": "VARCHAR",
        "group": "VARCHAR",
        "name_ja": "VARCHAR",
        "note": "VARCHAR",
    },
    key=("municipality", "kind", "group"),
    nullable=frozenset({"note"}),
)

NEIGHBOURS = Shape(
    "boundary_neighbours",
    {"municipality": "VARCHAR", "neighbour": "VARCHAR"},
    key=("municipality", "neighbour"),
)

FORMER_NAMES = Shape(
    "former_names",
    {"name_ja": "VARCHAR", "municipality": "VARCHAR"},
    key=("name_ja", "municipality"),
)

COUNTS = Shape(
    "counts",
    {
        "area": "VARCHAR",
        "year": "SMALLINT",
        "count": "VARCHAR",
        "value": "DOUBLE",
        "status": "VARCHAR",
        "source": "VARCHAR",
        "as_of": "VARCHAR",
    },
    key=("area", "year", "count"),
    nullable=frozenset({"value"}),
)

VALUES = Shape(
    "indicator_values",
    {
        "area": "VARCHAR",
        "year": "SMALLINT",
        "indicator": "VARCHAR",
        "value": "DOUBLE",
        "lower": "DOUBLE",
        "upper": "DOUBLE",
        "numerator": "DOUBLE",
        "denominator": "DOUBLE",
        "denominator_year": "SMALLINT",
        "method": "VARCHAR",
        "status": "VARCHAR",
    },
    key=("area", "year", "indicator"),
    nullable=frozenset({"value", "lower", "upper", "numerator", "denominator", "denominator_year"}),
    enumerated=frozenset({"area", "indicator", "method", "status"}),
)

# ``place`` is alike for offices at one address of a municipality, where the service is counted by place.
OFFICES = Shape(
    "offices",
    {
        "service": "VARCHAR",
        "office": "VARCHAR",
        "municipality": "VARCHAR",
        "name_ja": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
        "position_status": "VARCHAR",
        "capacity": "SMALLINT",
        "as_of": "VARCHAR",
        "place": "VARCHAR",
    },
    key=("service", "office", "municipality", "name_ja"),
    nullable=frozenset({"municipality", "latitude", "longitude", "capacity", "place"}),
)

# A block of a town, or a part of one (its koaza), by the point that stands for it; ``ward`` and ``koaza`` are
# empty text where there is none.
TOWN_POINTS = Shape(
    "town_points",
    {
        "municipality": "VARCHAR",
        "ward": "VARCHAR",
        "town": "VARCHAR",
        "koaza": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
    },
    key=("municipality", "ward", "town", "koaza"),
    nullable=frozenset({"latitude", "longitude"}),
)

# Which island a point of a town or an office lies on: a number of its own in each edition of the boundaries.
ISLANDS = Shape(
    "islands",
    {
        "municipality": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
        "island": "SMALLINT",
    },
    key=("municipality", "latitude", "longitude"),
)

# A band of five ages begins with ``age``, the last one has no end; `AGE_UNKNOWN` are those of unknown age.
AGE_UNKNOWN = -1
MALE, FEMALE = "male", "female"
AGES = Shape(
    "ages",
    {
        "area": "VARCHAR",
        "year": "SMALLINT",
        "source": "VARCHAR",
        "sex": "VARCHAR",
        "age": "SMALLINT",
        "persons": "INTEGER",
    },
    key=("area", "year", "source", "sex", "age"),
)

INITIATIVES = Shape(
    "initiatives",
    {
        "area": "VARCHAR",
        "initiative": "VARCHAR",
        "field": "VARCHAR",
        "case_id": "VARCHAR",
        "title_ja": "VARCHAR",
        "since": "VARCHAR",
        "evidence": "VARCHAR",
        "source": "VARCHAR",
    },
    key=("area", "initiative"),
    nullable=frozenset({"since"}),
)

COMPARISON_COLUMNS = (*VALUES.columns, "name_ja", "role", "rank", "ranked", "quartile", "gap", "reason")
