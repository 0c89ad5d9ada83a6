"""How sound a set of exports is: copies, gaps, stale series, other towns' rows, names, years."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carecompare.own.uploads.spelling import plain_name
from carecompare.tables import NATION
from carecompare.text.layouts import mieruka_layout_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carecompare.errors import OwnDataError
    from carecompare.own.mieruka.exports import Exports, ReadWorkbook
    from carecompare.own.mieruka.figures import ExportedBook, ExportedSeries
    from carecompare.own.mieruka.places import Places


Weight = Literal["stop", "look", "know"]
STALE_YEARS = 4
MOST_NAMED = 8
MOST_PROBLEMS_OF_A_BOOK = 5
_PART = re.compile(r".+[(（][^()（）]+[)）]")
_NO_LETTERS = re.compile(r"[\W\d_]")
_ENDING = re.compile("|".join(mieruka_layout_words.LOOK_ALIKE_ENDINGS))


@dataclass(frozen=True)
class Remark:
    """One line of the report.

    Parameters
    ----------
    kind : str
        Key of its sentence.
    weight : {"stop", "look", "know"}
        Whether something was not read, has to be looked at, or is good to know.
    code, name, file : str
        Of the indicator and its workbook; empty where it concerns several.
    fields : mapping of str to object
        What the sentence names.
    problem : OwnDataError or None
        What was not expected in a cell.
    """

    kind: str
    weight: Weight
    code: str = ""
    name: str = ""
    file: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    problem: OwnDataError | None = None


def health(exports: Exports, places: Places) -> list[Remark]:
    """Return everything a planner should know of a set of exports.

    Parameters
    ----------
    exports : Exports
        From `read_exports`.
    places : Places
        The areas as seen from the own municipality.

    Returns
    -------
    list of Remark
        What was not read first, then what to look at, then what is good to know.
    """
    remarks = [
        *_refused(exports),
        *_copies(exports.workbooks),
        *_of_books(exports.newest, places),
        *_other_areas(exports.newest, places),
        *_look_alikes(exports.newest),
        *_conventions(exports.newest),
        *_shifted_years(exports.newest),
        *_titles(exports.newest),
        *_modes(exports.newest),
    ]
    weights = ("stop", "look", "know")
    return sorted(remarks, key=lambda each: weights.index(each.weight))


def _refused(exports: Exports) -> Iterator[Remark]:
    for problem in exports.problems:
        yield Remark("refused", "stop", file=str(problem.fields.get("file", "")), problem=problem)
    for each in exports.workbooks:
        code, name, file = each.named.code, each.named.name, each.named.file
        weight: Weight = "stop" if each.is_refused else "look"
        for problem in each.problems[:MOST_PROBLEMS_OF_A_BOOK]:
            yield Remark("refused" if each.is_refused else "cell", weight, code, name, file, problem=problem)
        if (more := len(each.problems) - MOST_PROBLEMS_OF_A_BOOK) > 0:
            yield Remark("more_cells", "look", code, name, file, {"count": more})
        if each.is_filler:
            yield Remark("filler", "look", code, name, file)
        if each.books and not each.named.code:
            yield Remark("codeless", "look", name=name, file=file)
        # Whether the books of an analysis ever bear a date is not known.
        if any(book.layout != "analysis" and not book.exported_on for book in each.books):
            yield Remark("dateless", "look", code, name, file)


def _copies(workbooks: Sequence[ReadWorkbook]) -> Iterator[Remark]:
    of_key: dict[tuple[object, ...], list[ExportedBook]] = defaultdict(list)
    for workbook in workbooks:
        for book in workbook.books:
            of_key[book.key].append(book)
    for books in of_key.values():
        if len(books) == 1:
            continue
        latest = max(books, key=lambda each: each.exported_on)
        same_day = [each for each in books if each.exported_on == latest.exported_on]
        differs = any(each.series != same_day[0].series for each in same_day)
        yield Remark(
            "copies_differ" if differs else "copies",
            "look" if differs else "know",
            latest.code,
            latest.name,
            latest.file,
            {
                "count": len(books),
                "date": latest.exported_on,
                "others": _named(each.file for each in books if each is not latest),
            },
        )


def _of_books(books: Sequence[ExportedBook], places: Places) -> Iterator[Remark]:
    exported = [int(each.exported_on[:4]) for each in books if each.exported_on]
    latest = max(exported, default=0)
    for book in books:
        named = (book.code, book.name, book.file)
        own = own_series(book, places)
        if book.is_blank:
            yield Remark("empty", "look", *named)
            continue
        if not own:
            areas = _named(each.label for each in book.series)
            yield Remark("own_missing", "look", *named, {"areas": areas})
            continue
        if all(each.is_blank for each in own):
            yield Remark("own_empty", "look", *named)
            continue
        if own[0].area == places.own_insurer:
            yield Remark("own_insurer", "know", *named, {"area": own[0].label})
        last = max(
            (
                book.period(position).fiscal_year
                for each in own
                for position, value in enumerate(each.figures)
                if value is not None
            ),
            default=0,
        )
        if latest and 0 < last <= latest - STALE_YEARS:
            yield Remark("stale", "look", *named, {"year": last, "date": book.exported_on or latest})


def own_series(book: ExportedBook, places: Places) -> list[ExportedSeries]:
    """Return the rows of the own municipality, else those of the union that insures it."""
    own = [each for each in book.series if each.area == places.own]
    if own or not places.own_insurer:
        return own
    return [each for each in book.series if each.area == places.own_insurer]


def _other_areas(books: Sequence[ExportedBook], places: Places) -> Iterator[Remark]:
    """Yield one remark per area that is neither own, nor the prefecture's, nor the nation's."""
    usual = {places.own, places.own_insurer, places.own_prefecture, NATION} - {""}
    of_area: dict[tuple[str, str], set[str]] = defaultdict(set)
    for book in books:
        for each in book.series:
            if each.area not in usual:
                of_area[each.area, each.label].add(book.file)
    for (code, label), files in sorted(of_area.items(), key=lambda each: -len(each[1])):
        fields: dict[str, object] = {"area": label, "count": len(files), "files": _named(sorted(files))}
        if code:
            yield Remark("other_area", "know", fields={**fields, "area": places.labels.get(code, label)})
            continue
        place = places.of(label)
        fields["candidates"] = _named(places.labels.get(each, each) for each in place.candidates)
        yield Remark("ambiguous_area" if place.how == "ambiguous" else "unknown_area", "look", fields=fields)
    if places.own in places.labels:
        bare = {each.label for book in books for each in book.series if each.area == places.own}
        for label in sorted(bare):
            found = places.of(label)
            if found.how == "same_named":
                others = _named(places.labels[each] for each in found.candidates if each != places.own)
                yield Remark("same_named", "know", fields={"area": label, "others": others})


def _look_alikes(books: Sequence[ExportedBook]) -> Iterator[Remark]:
    """Yield names that are easily taken for each other: of other width, or a count beside a rate."""
    of_key: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for book in books:
        for each in book.series:
            key = _ENDING.sub("", plain_name(each.name))
            of_key[key].setdefault((each.name, each.unit), book.code)
    for key, names in of_key.items():
        if len(names) > 1 and key:
            plain = {plain_name(name) for name, _ in names}
            shown = _named(f"{name}［{unit}］{code}" for (name, unit), code in names.items())
            yield Remark(
                "same_but_width" if len(plain) == 1 else "look_alike", "know", fields={"names": shown}
            )


def _conventions(books: Sequence[ExportedBook]) -> Iterator[Remark]:
    of_family: dict[str, set[str]] = defaultdict(set)
    provisional, unfinished = set(), set()
    for book in books:
        for position in range(len(book.periods)):
            period = book.period(position)
            of_family[period.family].add(_short(book))
            if period.provisional:
                provisional.add(book.periods[position])
            if period.until:
                unfinished.add(book.periods[position])
    for family, codes in of_family.items():
        yield Remark(f"years_{family}", "know", fields=_codes(codes))
    if provisional:
        yield Remark("provisional", "know", fields={"labels": _named(sorted(provisional))})
    if unfinished:
        yield Remark("unfinished", "look", fields={"labels": _named(sorted(unfinished))})


def _shifted_years(books: Sequence[ExportedBook]) -> Iterator[Remark]:
    """Yield the indicators whose year is another one than their label says."""
    for book in books:
        named = (book.code, book.name, book.file)
        families = {book.period(position).family for position in range(len(book.periods))}
        if book.code.partition("-")[0] in mieruka_layout_words.ACCOUNTS_CODES and "month_end" in families:
            yield Remark("years_of_accounts", "look", *named)
        if book.code.partition("-")[0] in mieruka_layout_words.GRANT_CODES:
            yield Remark("years_of_grants", "look", *named)


def _titles(books: Sequence[ExportedBook]) -> Iterator[Remark]:
    """Yield the books whose title names one part of a whole, and whose series all name another."""
    for book in books:
        part = _PART.fullmatch(book.name.strip())
        names = list(dict.fromkeys(each.name for each in book.series))
        if part is None or not names:
            continue
        title = _pairs(book.name)
        if not any(title & _pairs(name) for name in names):
            fields: dict[str, object] = {"title": book.name, "series": _named(names)}
            yield Remark("title_differs", "look", book.code, book.name, book.file, fields)


def _pairs(name: str) -> set[str]:
    """Return the pairs of neighbouring letters of a name, brackets and digits left out."""
    letters = _NO_LETTERS.sub(" ", plain_name(name))
    return {one + two for one, two in itertools.pairwise(letters) if " " not in (one, two)}


def _modes(books: Sequence[ExportedBook]) -> Iterator[Remark]:
    of_mode: dict[str, set[str]] = defaultdict(set)
    for book in books:
        if book.mode:
            of_mode[book.mode].add(_short(book))
    if both := of_mode["focus"] & of_mode["compared"]:
        yield Remark("both_modes", "know", fields=_codes(both))
    if only := of_mode["focus"] - of_mode["compared"]:
        yield Remark("focus_only", "look", fields=_codes(only))


def _short(book: ExportedBook) -> str:
    return book.code or book.name


def _codes(codes: Iterable[str]) -> dict[str, object]:
    known = sorted(codes)
    return {"count": len(known), "codes": _named(known)}


def _named(names: Iterable[str]) -> str:
    known = list(dict.fromkeys(names))
    more = f" …（{len(known)}）" if len(known) > MOST_NAMED else ""
    return "、".join(known[:MOST_NAMED]) + more
