"""How an indicator is made, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text import definition_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Catalog, Count, Indicator

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
