"""Two thousand damaged files: the same figures, a clear error, or a difference that the log names."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from damage import (
    NOTICED,
    REFUSED,
    SAME,
    Damage,
    Layout,
    any_damages,
    table_damages,
    topojson_damages,
    workbook_damages,
)
from damage_layouts import layout_of
from more_damage import answer_damages, archive_damages, projection_damages
from more_whole_files import PROJECTION, more_official_originals, more_small_originals
from presence import SHARED, lacks_nothing
from whole_files import official_originals, small_originals

from carecompare.errors import CareCompareError, SourceError
from carecompare.sources import (
    Figures,
    Places,
    Reading,
    imported,
    merged,
    read_figures,
    read_file,
    read_offices,
    read_places,
)
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.catalog import Catalog

VARIANTS = 2_000
SEED = 20_130_729
AS_OF = "2024-03"
GROUND = {"municipalities.csv", "municipal_changes.csv", "municipality_insurer.csv"}
# The workbook of nine sheets takes ten times as long to read as another file.
SLOW, SLOW_SHARE = "04-1-1h.xlsx", 0.15
IMPORTED_WHOLE = 25
MUST_BE_TRIED = (
    "cut inside a row",
    "a bad number",
    "a zip bomb",
    "a zip bomb that lies",
    "locked with a word",
    "a sheet lost",
    "a prefecture lost",
    "the rest on another page",
    "cut",
    "header lost",
)
LONGEST_SENTENCE = 400


@dataclass(frozen=True)
class Whole:
    """The files before any damage, and the figures they make."""

    paths: list[Path]
    folder: Path
    figures: Figures
    places: Places
    offices: pd.DataFrame
    readings: dict[str, Reading]
    columns: dict[tuple[str, int], dict[str, float]]


@dataclass(frozen=True)
class Variant:
    """One damaged file."""

    path: Path
    damage: Damage
    layout: Layout
    seed: int


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Whole:
    folder = tmp_path_factory.mktemp("originals")
    official = SHARED / "official"
    assert official.is_dir() or not lacks_nothing(), "CI must have the official files"
    if official.is_dir():
        paths = [*official_originals(official, folder), *more_official_originals(official, folder)]
    else:
        paths = [*small_originals(folder), *more_small_originals(folder)]
    figures = tmp_path_factory.mktemp("whole") / "figures"
    ground = [path for path in paths if path.name in GROUND or path.suffix == ".topojson"]
    imported(figures, ground, catalog)
    # One of two files that give the same count and year after the other, so that what is read last is held.
    later = [path for path in paths if path.suffix == ".json"]
    imported(figures, [path for path in paths if path not in [*ground, *later]], catalog, AS_OF)
    imported(figures, later, catalog, accept_jump=True)
    places = read_places(figures)
    readings = {path.name: read_file(path, catalog, AS_OF, places) for path in paths}
    held = read_figures(figures)
    columns = dict(columns_of(held.counts))
    return Whole(paths, figures, held, places, read_offices(figures), readings, columns)


def damages(path: Path, layout: Layout) -> list[Damage]:
    if path.suffix == ".zip":
        return [*archive_damages(layout), *any_damages()]
    if path.suffix == ".json":
        return [*answer_damages(), *any_damages()]
    if path.name == PROJECTION:
        return [*projection_damages(), *any_damages()]
    if path.suffix == ".xlsx":
        return [*workbook_damages(), *any_damages()]
    if path.suffix == ".topojson":
        return [*topojson_damages(), *any_damages()]
    return [*table_damages(layout), *any_damages()]


def variants(whole: Whole, catalog: Catalog) -> Iterator[Variant]:
    """Yield every way for every file in turn, until there are enough."""
    plans = []
    for path in whole.paths:
        is_table = path.suffix not in {".xlsx", ".topojson", ".json"}
        layout = layout_of(path, catalog) if is_table else Layout()
        plans.append([(path, each, layout) for each in damages(path, layout)])
    lot = random.Random(SEED)  # noqa: S311 (a lot that can be drawn again)
    number = turn = 0
    while number < VARIANTS:
        for plan in plans:
            path, damage, layout = plan[turn % len(plan)]
            if number == VARIANTS or (path.name == SLOW and turn > len(plan) and lot.random() > SLOW_SHARE):
                continue
            yield Variant(path, damage, layout, SEED + number)
            number += 1
        turn += 1


def says_the_same(reading: Reading, sound: Reading) -> bool:
    """Return whether figures and places are those of the sound file, in whatever order."""
    if (reading.counts is None) != (sound.counts is None) or reading.edition != sound.edition:
        return False
    if reading.counts is not None and sound.counts is not None:
        key = ["count", "year", "area"]
        one, other = (each.sort_values(key, ignore_index=True) for each in (reading.counts, sound.counts))
        if not one.equals(other):
            return False
    one, other = reading.places, sound.places
    if one is None or other is None:
        return one is other
    return all(rows_as_set(a) == rows_as_set(b) for a, b in zip(lists_of(one), lists_of(other), strict=True))


def lists_of(places: Places) -> tuple[pd.DataFrame, ...]:
    return places.areas, places.changes, places.members, places.groups, shapes_of(places)


def told(whole: Whole, reading: Reading, catalog: Catalog) -> str:
    """Return ``same``, or ``noticed`` where figures differ and the log says so; fail where it does not."""
    edition = merged(whole.figures, [reading], catalog, places=whole.places, offices=lambda _: whole.offices)
    log = edition.new_log
    said: dict[tuple[str, str], dict[str, str]] = {}
    for count, year, change, after in log[["count", "year", "change", "after"]].itertuples(index=False):
        said.setdefault((count, year), {})[change] = after
    differs = False
    for key, column in edition.columns.items():
        of_key = said.get((key[0], str(key[1])), {})
        if key not in whole.columns:
            assert "column_new" in of_key, key
            differs = True
            continue
        expected = differences(whole.columns[key], figures_of(column))
        named = {change: of_key[change] for change in of_key if change.startswith("values_")}
        assert named == expected, key
        differs |= bool(expected)
    assert whole.columns.keys() <= edition.columns.keys()
    for one, other in zip(lists_of(whole.places), lists_of(edition.places), strict=True):
        if rows_as_set(one) != rows_as_set(other):
            assert "ground_changed" in set(log["change"])
            differs = True
    return NOTICED if differs else SAME


def differences(then: dict[str, float], now: dict[str, float]) -> dict[str, str]:
    """Return how many figures changed, were lost and were gained, as the log writes it."""
    numbers = {
        "values_changed": sum(then[area] != now[area] for area in then.keys() & now.keys()),
        "values_lost": len(then.keys() - now.keys()),
        "values_gained": len(now.keys() - then.keys()),
    }
    return {change: str(number) for change, number in numbers.items() if number}


def figures_of(column: pd.DataFrame) -> dict[str, float]:
    """Return the figures that are there, by area."""
    pairs = zip(column["area"].tolist(), column["value"].tolist(), strict=True)
    return {area: value for area, value in pairs if value == value}  # noqa: PLR0124 (NaN is not itself)


def columns_of(counts: pd.DataFrame) -> Iterator[tuple[tuple[str, int], dict[str, float]]]:
    for (count, year), column in counts.groupby(["count", "year"]):
        yield (str(count), int(year)), figures_of(column)


def shapes_of(places: Places) -> pd.DataFrame:
    return pd.DataFrame(
        {"area": places.boundaries.keys(), "shape": [s.wkt for s in places.boundaries.values()]}
    )


def rows_as_set(frame: pd.DataFrame) -> set[str]:
    return set(map(str, frame.itertuples(index=False, name=None)))


def outcome(variant: Variant, whole: Whole, catalog: Catalog, folder: Path) -> tuple[str, Path]:
    """Return what comes of a damaged file; a traceback fails the test by itself."""
    path = folder / variant.path.name
    lot = random.Random(variant.seed)  # noqa: S311 (the same)
    content = variant.damage.made(variant.path, variant.layout, lot)
    if content == variant.path.read_bytes():
        return SAME, variant.path
    path.write_bytes(content)
    try:
        reading = read_file(path, catalog, AS_OF, whole.places)
        if says_the_same(reading, whole.readings[path.name]):
            return SAME, path
        return told(whole, reading, catalog), path
    except SourceError as error:
        said = sentence(error)
        assert error.fields["file"] == variant.path.name  # noqa: PT017 (what is raised is one of three ends)
        assert said.startswith(variant.path.name)
        assert said.endswith("。")
        assert len(said) < LONGEST_SENTENCE
        return REFUSED, path


ALLOWED = {SAME: {SAME}, REFUSED: {REFUSED, SAME}, NOTICED: {NOTICED, REFUSED, SAME}}


def test_two_thousand_damaged_files_never_give_another_figure_in_silence(
    whole: Whole, catalog: Catalog, tmp_path: Path
) -> None:
    wrong: list[str] = []
    counted: Counter[tuple[str, str]] = Counter()
    files: Counter[str] = Counter()
    intended: Counter[str] = Counter()
    for variant in variants(whole, catalog):
        name = f"{variant.path.name}: {variant.damage.name} ({variant.seed})"
        try:
            found, _ = outcome(variant, whole, catalog, tmp_path)
        except Exception as error:  # noqa: BLE001 (every kind of traceback is what is looked for)
            wrong.append(f"{name}: {type(error).__name__} {str(error)[:120]}")
            continue
        counted[variant.damage.name, found] += 1
        files[variant.path.name] += 1
        intended[variant.damage.name] += variant.damage.outcome == REFUSED
        if found not in ALLOWED[variant.damage.outcome]:
            wrong.append(f"{name}: {found}, not {variant.damage.outcome}")
    assert wrong == []
    assert files.total() == VARIANTS
    assert files.keys() == {path.name for path in whole.paths}
    # What is to be refused is refused, apart from what hits a row or a cell that is not read.
    for name in MUST_BE_TRIED:
        assert intended[name] > 0, name
    for name, tries in intended.items():
        assert not tries or 2 * counted[name, REFUSED] > tries, name
    assert counted["a digit changed", NOTICED] > 0


def test_after_a_file_that_is_refused_the_figures_are_as_before(
    whole: Whole, catalog: Catalog, tmp_path: Path
) -> None:
    before = snapshot(whole.folder)
    tried = 0
    for variant in variants(whole, catalog):
        if variant.damage.outcome != REFUSED or variant.seed % 7 or variant.path.name == SLOW:
            continue
        found, path = outcome(variant, whole, catalog, tmp_path)
        if found != REFUSED:
            continue
        with pytest.raises(CareCompareError):
            imported(whole.folder, [path], catalog, AS_OF)
        assert snapshot(whole.folder) == before
        tried += 1
        if tried == IMPORTED_WHOLE:
            break
    assert tried == IMPORTED_WHOLE


def test_a_lower_digit_of_a_large_figure_shows_as_unlike_the_others_or_as_a_jump(
    whole: Whole, catalog: Catalog
) -> None:
    """A tenth is left of a figure that lost its last digit: the log says where, and from what to what."""
    count, year = "population", 2020
    column = whole.figures.counts[
        (whole.figures.counts["count"] == count) & (whole.figures.counts["year"] == year)
    ]
    area = str(column.loc[column["value"].idxmax(), "area"])
    damaged = column.assign(value=column["value"].mask(column["area"] == area, column["value"] // 10))
    reading = Reading("census", "census.csv", "0" * 64, "2020", counts=damaged)
    without_parts = replace(
        whole.figures, counts=whole.figures.counts[whole.figures.counts["count"] == count]
    )
    edition = merged(
        without_parts,
        [reading],
        catalog,
        places=whole.places,
        offices=lambda _: whole.offices,
        accept_jump=True,
    )
    jumped = edition.new_log[edition.new_log["change"].isin(["jumped", "unlike_others"])]
    assert jumped["area"].tolist() == [area]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
