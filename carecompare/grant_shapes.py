"""The shapes of the tables of the incentive grants: what is judged, the scores, what is said of a town."""

from __future__ import annotations

from dataclasses import dataclass

from carecompare.tables import Shape

# One item that is judged, as the table of a year heads its column; empty text where a heading has none.
# ``points`` is what it can give; ``item`` is its place in the table.
GRANT_ITEMS = Shape(
    "grant_items",
    {
        "year": "SMALLINT",
        "item": "SMALLINT",
        "fund": "VARCHAR",
        "goal": "SMALLINT",
        "goal_ja": "VARCHAR",
        "grouping": "VARCHAR",
        "number": "VARCHAR",
        "name_ja": "VARCHAR",
        "branch": "VARCHAR",
        "sub": "VARCHAR",
        "points": "SMALLINT",
    },
    key=("year", "item"),
)

GRANT_SCORES = Shape(
    "grant_scores",
    {"year": "SMALLINT", "item": "SMALLINT", "area": "VARCHAR", "score": "SMALLINT"},
    key=("year", "item", "area"),
)

# What the table says of a municipality besides its scores: the union that is its insurer, empty where it is
# its own; the insured aged 65 and over; the class of size, 0 where none is given.
GRANT_AREAS = Shape(
    "grant_areas",
    {
        "year": "SMALLINT",
        "area": "VARCHAR",
        "union_ja": "VARCHAR",
        "insured": "INTEGER",
        "size_class": "SMALLINT",
        "depopulated": "BOOLEAN",
    },
    key=("year", "area"),
    nullable=frozenset({"insured"}),
)


@dataclass(frozen=True)
class GrantItem:
    """One item that is judged; see `GRANT_ITEMS`."""

    item: int
    fund: str
    goal: int
    goal_ja: str
    grouping: str
    number: str
    name_ja: str
    branch: str
    sub: str
    points: int

    @property
    def place(self) -> tuple[object, ...]:
        """Return what tells it from every other item of its table: the name alone does not."""
        return *self.key, self.number

    @property
    def key(self) -> tuple[object, ...]:
        """Return what an item has in common with that of another year: its number in the group may change."""
        return self.fund, self.goal, self.grouping, self.name_ja, self.branch, self.sub
