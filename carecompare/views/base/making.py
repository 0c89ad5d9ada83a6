"""How an indicator is made: definition, formula, corrections, insurers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.store import counts_of_municipalities, insurer_members
from carecompare.text.data import definition_words
from carecompare.text.data.correction_words import sentence
from carecompare.text.data.gap_sentences import fewer_places, part, parts, silent

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from carecompare.catalog import Catalog, Count, Indicator
    from carecompare.views.base.here import Page


def correction_notes(
    here: Page, years_of_counts: Mapping[str, Container[int]], codes: Iterable[str]
) -> list[str]:
    """Return a note for each corrected figure that is shown, and what lists leave out of them or count twice.

    Parameters
    ----------
    here : Page
        The page.
    years_of_counts : mapping of str to container of int
        Years shown of each count.
    codes : iterable of str
        The areas shown.

    Returns
    -------
    list of str
        In the catalogue's order.
    """
    shown = set(codes)
    return [
        *_corrected(here, years_of_counts, shown),
        *_gaps(here, years_of_counts, shown),
        *_places(here, years_of_counts, shown),
    ]


def _corrected(here: Page, years_of_counts: Mapping[str, Container[int]], shown: set[str]) -> list[str]:
    return [
        sentence(record, here.label(record.area))
        for record in here.catalog.corrections
        if record.area in shown
        and any(record.year in years_of_counts.get(count, ()) for count in record.counts)
    ]


def _gaps(here: Page, years_of_counts: Mapping[str, Container[int]], shown: set[str]) -> list[str]:
    found = [
        gap
        for count, years in years_of_counts.items()
        for gap in here.loaded.gaps.get(count, ())
        if gap.area in shown and gap.year in years
    ]
    known = {part(here.label(gap.area), gap): None for gap in found if gap.listed > 0}
    unlisted = {here.label(gap.area): None for gap in found if gap.listed == 0}
    return [*([parts(list(known))] if known else []), *([silent(list(unlisted))] if unlisted else [])]


def _places(here: Page, years_of_counts: Mapping[str, Container[int]], shown: set[str]) -> list[str]:
    """Return where a place holds several designations."""
    said = []
    for count in here.catalog.counts.values():
        named = [count.id] if count.id in years_of_counts else count.places_of
        if not count.places_of or not years_of_counts.keys() >= set(named):
            continue
        years = [year for year in _fewer_places(here)[count.id] if year in years_of_counts[named[0]]]
        if not years:
            continue
        fewer = _fewer_places(here)[count.id][max(years)]
        own = (here.own_label, *fewer[here.own]) if here.own in fewer and here.own in shown else None
        others = len(shown & fewer.keys() - {here.own})
        if own or others:
            said.append(fewer_places(count.label_ja, own, others))
    return said


def _fewer_places(here: Page) -> Mapping[str, Mapping[int, Mapping[str, tuple[float, float]]]]:
    """Return designations and places of the municipalities where they differ, by count and year.

    Every page of resources asks for some of them: read once for all municipalities.
    """
    return here.cached("everybody", "fewer places", lambda: _read_fewer_places(here))


def _read_fewer_places(here: Page) -> Mapping[str, Mapping[int, Mapping[str, tuple[float, float]]]]:
    of_places = [count for count in here.catalog.counts.values() if count.places_of]
    wanted = {each for count in of_places for each in (count.id, *count.places_of)}
    held: dict[tuple[str, int], dict[str, float]] = {}
    for area, rows in counts_of_municipalities(here.store, sorted(wanted)).items():
        for row in rows:
            held.setdefault((area, row["year"]), {})[row["count"]] = row["value"]
    found: dict[str, dict[int, dict[str, tuple[float, float]]]] = {count.id: {} for count in of_places}
    for (area, year), figures in held.items():
        for count in of_places:
            if figures.keys() >= {count.id, *count.places_of}:
                fewer = found[count.id].setdefault(year, {})
                designations = sum(figures[each] for each in count.places_of)
                if figures[count.id] < designations:
                    fewer[area] = designations, figures[count.id]
    return found


SPECIAL = {
    "change": definition_words.CHANGE_AS,
    "index": definition_words.INDEX_AS,
    "year": definition_words.YEAR_AS,
}


def definition(catalog: Catalog, each: Indicator) -> str:
    """Return how an indicator is made, in one line."""
    kind = definition_words.KINDS[each.kind]
    year = definition_words.DENOMINATOR_YEARS.get(each.denominator_year, "").format(year=each.base_year)
    if each.kind in SPECIAL:
        # Numerator and denominator are the same counts of two years, or there is but one: said once.
        formula = "＋".join(_weighted(catalog.counts, each))
        return f"{kind}：{SPECIAL[each.kind].format(formula=formula, year=year)}"
    formula = formula_of(catalog.counts, each.numerator, each.denominator)
    if each.kind == "standardised":
        return f"{kind}：{definition_words.STANDARDISED_AS.format(formula=formula)}"
    if not each.denominator or not year:
        return f"{kind}：{formula}"
    return f"{kind}：{formula}（{definition_words.DENOMINATOR_YEAR_IS.format(year=year)}）"


def _weighted(counts: Mapping[str, Count], each: Indicator) -> list[str]:
    labels = [counts[term].label_ja for term in each.numerator]
    if not each.weights:
        return labels
    pairs = zip(labels, each.weights, strict=True)
    return [definition_words.WEIGHTED.format(label=label, weight=weight) for label, weight in pairs if weight]


def formula_of(counts: Mapping[str, Count], numerator: Sequence[str], denominator: Sequence[str]) -> str:
    """Return counts added, subtracted and divided, in words."""

    def total(terms: Sequence[str]) -> str:
        text = ""
        for term in terms:
            sign = "－" if term.startswith("-") else "＋" if text else ""
            text += f"{sign}{counts[term.removeprefix('-')].label_ja}"
        return f"（{text}）" if len(terms) > 1 and denominator else text

    return f"{total(numerator)} ÷ {total(denominator)}" if denominator else total(numerator)


def insurer_codes(here: Page) -> Mapping[str, str]:
    """Return the code of the insurer of every municipality that has one known."""
    return here.cached("everybody", "insurers", lambda: insurer_members(here.store))
