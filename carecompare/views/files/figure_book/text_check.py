"""The numbers in a town's own paragraphs, beside the figures of its book."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from carecompare.text.files.book_words import ABOUT, NO_FIGURES, TENS
from carecompare.views.files.figure_book.ledger import cells_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from carecompare.own import FigureLedger, LedgerCell
    from carecompare.views.files.figure_book.ledger import Key


_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_TENS = "".join(TENS)
# Twelve thousand and three hundred is also written as one ten thousand and two thousand three hundred.
NUMBER = re.compile(rf"({_DIGITS})(?:([{_TENS}])(?:({_DIGITS})([{_TENS}]?))?)?")
# What is a number and no figure: years, dates, periods, numbers of figures and chapters.
NO_FIGURE = re.compile("|".join(each.format(number=r"\d+") for each in NO_FIGURES))
SMALLEST = 10
AROUND = 12


class NumberInText(NamedTuple):
    """A number of a paragraph that does not agree with the figures.

    Parameters
    ----------
    figure : str
        Id of the figure whose paragraph it is.
    text, around : str
        As it is written, and the words around it.
    verdict : {"stale", "unfound"}
        Whether it stood in the ledger that was kept and its cell says something else today, or it stands in
        no figure.
    number, row, column, now : str
        Of a stale one where it stood, and what stands there today; empty where nothing does.
    """

    figure: str
    text: str
    around: str
    verdict: Literal["stale", "unfound"]
    number: str = ""
    row: str = ""
    column: str = ""
    now: str = ""


@dataclass(frozen=True)
class Written:
    """A number as it is written in a paragraph: its size, and how far off a figure may be."""

    digits: str
    size: float
    half: float

    def is_exactly(self, cell: LedgerCell) -> bool:
        """Return whether a cell says it with the same digits."""
        return self.digits in digits_of(cell.text)

    def is_about(self, cell: LedgerCell) -> bool:
        """Return whether a cell says it, or more digits of it."""
        if self.is_exactly(cell):
            return True
        return cell.value is not None and abs(abs(cell.value) - self.size) <= self.half * (1 + 1e-9)


class Index:
    """The numbers of a ledger by figure and by their digits."""

    def __init__(self, kept: FigureLedger) -> None:
        self.cells = {key: (figure.number, cell) for key, figure, cell in cells_of(kept)}

    @cached_property
    def of_figure(self) -> Mapping[str, list[Key]]:
        """Return the numbers of each figure."""
        found: dict[str, list[Key]] = defaultdict(list)
        for key in self.cells:
            found[key[0]].append(key)
        return found

    @cached_property
    def of_digits(self) -> Mapping[str, list[Key]]:
        """Return the numbers with each digits."""
        found: dict[str, list[Key]] = defaultdict(list)
        for key, (_, cell) in self.cells.items():
            for each in digits_of(cell.text):
                found[each].append(key)
        return found

    def of(self, keys: Iterable[Key], is_one: Callable[[LedgerCell], bool]) -> list[Key]:
        """Return the numbers among these that are one."""
        return [key for key in keys if is_one(self.cells[key][1])]


def text_problems(texts: Mapping[str, str], then: FigureLedger, now: FigureLedger) -> list[NumberInText]:
    """Return the numbers of paragraphs that no longer agree with the figures.

    Parameters
    ----------
    texts : mapping of str to str
        Paragraphs by the id of their figure.
    then, now : FigureLedger
        The ledger that was kept, and that of today.

    Returns
    -------
    list of NumberInText
        In the order of the paragraphs. Years, dates and whole numbers below ten are not judged. A number is
        looked for among the own municipality's in its figure, then among the others there, in both also
        rounded to the digits it is written with; then, as it is written, in the whole book. Where it is
        first found it agrees if one and the same cell says it in both ledgers, or none said it before.
    """
    indexes = Index(then), Index(now)
    found = []
    for figure, text in texts.items():
        plain = unicodedata.normalize("NFKC", text)
        for written, place, end in numbers_of(plain):
            around = plain[max(place - AROUND, 0) : end + AROUND].replace("\n", " ")
            problem = _problem(figure, written, *indexes)
            if problem is not None:
                found.append(problem._replace(text=plain[place:end], around=around))
    return found


def numbers_of(plain: str) -> Iterator[tuple[Written, int, int]]:
    """Yield the numbers of a paragraph that are judged, with where each begins and ends."""
    blanked = NO_FIGURE.sub(lambda each: "\0" * len(each[0]), plain)
    for match in NUMBER.finditer(blanked):
        parts = [
            (digits.replace(",", ""), TENS.get(power, 1.0))
            for digits, power in ((match[1], match[2]), (match[3], match[4]))
            if digits
        ]
        size = sum(float(digits) * power for digits, power in parts)
        last, power = parts[-1]
        whole, _, decimals = last.partition(".")
        if not decimals and size < SMALLEST:
            continue
        step = power / 10 ** len(decimals)
        if blanked[: match.start()].endswith(ABOUT) and not decimals:
            step *= 10 ** (len(whole) - len(whole.rstrip("0")))
        # With a word for ten thousands its digits are not those of the figure.
        yield Written("" if match[2] else last, size, step / 2), match.start(), match.end()


def digits_of(text: str) -> list[str]:
    """Return the numbers of a cell without separators; a difference is told without its sign."""
    return [each.replace(",", "") for each in re.findall(_DIGITS, unicodedata.normalize("NFKC", text))]


def _problem(figure: str, written: Written, then: Index, now: Index) -> NumberInText | None:
    for before, today in _tiers(figure, written, then, now):
        if not before and not today:
            continue
        if not before or set(before) & set(today):
            return None
        number, cell = then.cells[before[0]]
        _, after = now.cells.get(before[0], ("", None))
        said = after.text if after is not None else ""
        return NumberInText(figure, "", "", "stale", number, cell.row, cell.column, said)
    return NumberInText(figure, "", "", "unfound")


def _tiers(figure: str, written: Written, then: Index, now: Index) -> Iterator[tuple[list[Key], list[Key]]]:
    """Yield where a number is, and was, looked for, the likeliest place first."""

    def own(cell: LedgerCell) -> bool:
        return cell.is_own and written.is_about(cell)

    for is_one in (own, written.is_exactly, written.is_about):
        before, today = (each.of(each.of_figure.get(figure, ()), is_one) for each in (then, now))
        yield before, today
    if written.digits:
        yield then.of_digits.get(written.digits, []), now.of_digits.get(written.digits, [])
