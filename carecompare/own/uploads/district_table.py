"""Districts as a table that a town brings: every problem at once, and nothing declared is lost."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN, narrow
from carecompare.errors import OwnDataError
from carecompare.own.contents.districts import MOST_DISTRICTS, Districts, districts_of
from carecompare.own.keeping.records import LONGEST_NAME
from carecompare.text.own import district_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from carecompare.errors import OwnDataProblem
    from carecompare.own.contents.districts import Block
    from carecompare.own.uploads.sheet import Sheet


HEADING_ROWS = 30
MOST_PROBLEMS = 2_000
MOST_SUGGESTED = 200
NEAREST = 3
CODE_DIGITS = 5
NEEDED = frozenset({"district", "town"})
_CHOME = re.compile(rf"([0-9]{{1,2}}){district_words.CHOME}")


@dataclass(frozen=True)
class Blocks:
    """The blocks of a town.

    Parameters
    ----------
    municipality : str
        Its code.
    listed : tuple of Block
        Each block of its points once.
    ward_names : mapping of str to str
        Name of each ward by its code.
    elsewhere : mapping of str to str
        Municipality of blocks that neighbours have and the town has not, by their name.
    """

    municipality: str
    listed: tuple[Block, ...]
    ward_names: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> Mapping[str, list[Block]]:
        """Blocks by their name in plain writing."""
        found: dict[str, list[Block]] = defaultdict(list)
        for block in self.listed:
            found[plain_block(block.town)].append(block)
        return found

    @cached_property
    def others(self) -> Mapping[str, str]:
        """Municipality of the neighbours' blocks by name in plain writing."""
        return {plain_block(name): municipality for name, municipality in self.elsewhere.items()}

    def ward_of(self, text: str) -> str:
        """Return the code of a ward given by code or name, empty where there is none of it."""
        plain = narrow(text)
        if plain in self.ward_names:
            return plain
        return next((code for code, name in self.ward_names.items() if plain and name.endswith(plain)), "")


@dataclass(frozen=True)
class ReadDistricts:
    """What a table of districts holds: to be kept only when there is no problem."""

    districts: Districts
    problems: tuple[OwnDataError, ...]


@dataclass(frozen=True)
class DistrictRow:
    """A row below a heading: its cells by what they mean, and the columns these stand in."""

    sheet: str
    number: int
    columns: Mapping[str, str]
    texts: Mapping[str, str]

    def problem(self, name: OwnDataProblem, role: str, **fields: object) -> OwnDataError:
        """Return a problem of one of its cells."""
        found = fields.pop("found", self.texts.get(role, "")[:LONGEST_SHOWN])
        column = self.columns.get(role, "")
        return OwnDataError(name, sheet=self.sheet, row=self.number, column=column, found=found, **fields)


def plain_block(name: str) -> str:
    """Return the name of a block as all ways of writing it have in common.

    Full width and spaces do not matter, nor what stands in front of a name; a number of a chome is written in
    Japanese digits.
    """
    plain = "".join(narrow(name).split())
    for prefix in district_words.PREFIXES:
        if plain.startswith(prefix) and len(plain) > len(prefix):
            plain = plain.removeprefix(prefix)
            break
    return _CHOME.sub(lambda found: _in_words(int(found[1])) + district_words.CHOME, plain)


def read_districts(
    sheets: Iterable[Sheet], blocks: Blocks, file: str = "", before: Districts | None = None
) -> ReadDistricts:
    """Read a table: a row per block with the district it belongs to.

    Parameters
    ----------
    sheets : iterable of Sheet
        From `read_sheets`; sheets without a heading are passed over when another has one.
    blocks : Blocks
        Of the town.
    file : str
        Named when no sheet can be understood.
    before : Districts, optional
        What is kept so far; figures and bridges stay.

    Returns
    -------
    ReadDistricts
        Districts, and all problems at once, at most 2,000: what is unknown, another town's, there twice, of
        no ward, and every block that was left out.
    """
    rows = rows_under(sheets, district_words.HEADINGS, NEEDED)
    if rows is None:
        return ReadDistricts(Districts(), (OwnDataError("district_heading_missing", file=file),))
    if not rows:
        return ReadDistricts(Districts(), (OwnDataError("district_file_empty", file=file),))
    pairs: list[tuple[str, Block]] = []
    problems: list[OwnDataError] = []
    at: dict[Block, list[str]] = {}
    for row in rows:
        found = _checked(row, blocks)
        if isinstance(found, OwnDataError):
            problems.append(found)
            continue
        places = at.setdefault(found[1], [])
        places.append(str(row.number))
        if len(places) > 1:
            problems.append(row.problem("district_town_twice", "town", expected=places))
        else:
            pairs.append(found)
    problems += [OwnDataError("district_town_left_out", found=name) for name in names_left_out(blocks, at)]
    made = districts_of(pairs, before)
    if len(made.districts) > MOST_DISTRICTS:
        problems.insert(0, OwnDataError("districts_too_many", file=file, expected=MOST_DISTRICTS))
    return ReadDistricts(made, tuple(problems[:MOST_PROBLEMS]))


def names_left_out(blocks: Blocks, held: Collection[Block]) -> list[str]:
    """Return the names of the blocks of a town that are in no district."""
    return [_named(block, blocks) for block in blocks.listed if block not in held]


def names_gone(blocks: Blocks, held: Collection[Block]) -> list[str]:
    """Return the names of blocks that are in a district and no more in the points, which may be newer."""
    known = frozenset(blocks.listed)
    return [_named(block, blocks) for block in held if block not in known]


def _checked(row: DistrictRow, blocks: Blocks) -> tuple[str, Block] | OwnDataError:
    name = " ".join(row.texts.get("district", "").split())[:LONGEST_NAME]
    town = row.texts.get("town", "").strip()
    code = narrow(row.texts.get("municipality", ""))
    if code and not _is_own(code, blocks):
        return row.problem("district_other_municipality", "municipality", expected=blocks.municipality)
    if not name:
        return row.problem("district_nameless", "district")
    if not town:
        return row.problem("district_town_missing", "town")
    found = _block(row, town, blocks)
    return found if isinstance(found, OwnDataError) else (name, found)


def _block(row: DistrictRow, town: str, blocks: Blocks) -> Block | OwnDataError:
    plain, ward = plain_block(town), blocks.ward_of(row.texts.get("ward", ""))
    alike = [block for block in blocks.by_name.get(plain, []) if ward in {"", block.ward}]
    found = [block for block in alike if block.town == town] or alike
    if len(found) == 1:
        return found[0]
    if found:
        named = [_named(block, blocks) for block in found]
        return row.problem("district_ward_needed", "town", expected=named)
    if plain in blocks.others:
        return row.problem("district_town_elsewhere", "town", expected=blocks.others[plain])
    return row.problem("district_town_unknown", "town", suggestion=_suggestion(plain, blocks))


def _is_own(code: str, blocks: Blocks) -> bool:
    digits = code.split(".", maxsplit=1)[0].zfill(CODE_DIGITS)
    plain = digits[:CODE_DIGITS] if len(digits) > CODE_DIGITS else digits
    return plain == blocks.municipality or plain in blocks.ward_names


def _suggestion(plain: str, blocks: Blocks) -> list[str]:
    near = difflib.get_close_matches(plain, list(blocks.by_name)[: MOST_SUGGESTED * 10], n=NEAREST)
    return [blocks.by_name[each][0].town for each in near]


def _named(block: Block, blocks: Blocks) -> str:
    return blocks.ward_names.get(block.ward, block.ward) + block.town


def rows_under(
    sheets: Iterable[Sheet], headings: Mapping[str, Sequence[str]], needed: Collection[str]
) -> list[DistrictRow] | None:
    """Return the rows below the heading of each sheet that has one.

    Parameters
    ----------
    sheets : iterable of Sheet
        Those without a heading are passed over.
    headings : mapping of str to sequence of str
        Ways to write the heading of each meaning.
    needed : collection of str
        Meanings without which a row is no heading.

    Returns
    -------
    list of DistrictRow or None
        Without empty ones; None where no sheet has a heading.
    """
    role = {name: meaning for meaning, names in headings.items() for name in names}
    found = [(sheet, _heading(sheet, role, needed)) for sheet in sheets]
    if not any(heading for _, heading in found):
        return None
    return [row for sheet, heading in found if heading for row in _rows(sheet, *heading)]


def _heading(
    sheet: Sheet, role_of: Mapping[str, str], needed: Collection[str]
) -> tuple[int, dict[int, str]] | None:
    for number, row in enumerate(sheet.rows[:HEADING_ROWS]):
        roles: dict[int, str] = {}
        for place, cell in enumerate(row):
            role = role_of.get("".join(narrow(cell).split()))
            if role and role not in roles.values():
                roles[place] = role
        if set(needed) <= set(roles.values()):
            return number, roles
    return None


def _rows(sheet: Sheet, heading: int, roles: Mapping[int, str]) -> Iterator[DistrictRow]:
    columns = {role: sheet.rows[heading][place] for place, role in roles.items()}
    for number, row in enumerate(sheet.rows[heading + 1 :], start=heading + 2):
        texts = {role: row[place] for place, role in roles.items() if place < len(row)}
        if any(text.strip() for text in texts.values()):
            yield DistrictRow(sheet.name, number, columns, texts)


def _in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = "" if not tens else (district_words.DIGITS[tens] if tens > 1 else "") + district_words.TEN
    return before + (district_words.DIGITS[ones] if ones or not tens else "")


def table_of(districts: Districts, ward_names: Mapping[str, str]) -> list[Sequence[str]]:
    """Return districts as a table that is read back the same: district, ward, block."""
    return [
        (each.name, ward_names.get(block.ward, block.ward), block.town)
        for each in districts.districts
        for block in each.blocks
    ]
