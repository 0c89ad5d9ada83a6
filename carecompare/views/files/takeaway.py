"""What goes into the files that a view is taken away as: figures, definitions, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.reports.csvw import Described, csvw_zip
from carecompare.reports.pictures.worded_picture import picture_png, picture_svg
from carecompare.reports.workbooks.sheets import Cover, Figures, Listing
from carecompare.reports.workbooks.workbook import Shown, workbook
from carecompare.text import words
from carecompare.text.files import workbook_words
from carecompare.text.format import date, municipalities
from carecompare.views.base.block import exhibit
from carecompare.views.base.making import definition, formula_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Literal

    from carecompare.catalog import Catalog, Indicator
    from carecompare.exhibits import Exhibit
    from carecompare.file_tables import FileTable
    from carecompare.origins import Origin
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


PICTURES: tuple[tuple[str, Literal["png", "svg"], str], ...] = (
    (workbook_words.PNG, "png", "image/png"),
    (workbook_words.SVG, "svg", "image/svg+xml"),
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_NAMED = 30
PICTURE_PX = 960


@dataclass(frozen=True)
class Taken:
    """A view that is taken away.

    Parameters
    ----------
    exhibit : Exhibit
        What it shows.
    table : FileTable or None
        Its figures in full, where they are at hand.
    title : str
        The town's own, or empty for the finding.
    line : str
        What the cover says of it, or empty for its title.
    comparators : tuple of str
        What decided with whom it is compared; empty where that may have changed since.
    """

    exhibit: Exhibit
    table: FileTable | None = None
    title: str = ""
    line: str = ""
    comparators: tuple[str, ...] = ()


def block_workbook(
    here: Page, block: Block, query: Mapping[str, str], file: Callable[[], FileTable]
) -> bytes:
    """Return one view as a workbook.

    Parameters
    ----------
    here : Page
        The page it stands on.
    block : Block
        As it is on screen.
    query : mapping of str to str
        The choice it was made for.
    file : callable
        Its figures in full.
    """
    kept = exhibit(block, query)
    return views_workbook(here, kept.title, [Taken(kept, file(), comparators=here.selection.comparators)])


def views_workbook(here: Page, title: str, taken: Sequence[Taken]) -> bytes:
    """Return views as one workbook with cover, figures, definitions and sources."""
    catalog = here.catalog
    lines = [
        each.line or workbook_words.ITEM_LINE.format(place=place, title=each.title or each.exhibit.title)
        for place, each in enumerate(taken, 1)
    ]
    listed = list(catalog.indicators.values())
    shown = [
        Shown(each.exhibit, None if each.table is None else figures(each.table, listed), each.title)
        for each in taken
    ]
    compares = all(each.comparators == here.selection.comparators for each in taken)
    return workbook(
        cover(here, title, lines, compares=compares),
        shown,
        definitions(catalog, indicators_of(catalog, [each.exhibit for each in taken])),
        sources_of(catalog, [each.exhibit for each in taken]),
    )


def block_csvw(block: Block, query: Mapping[str, str], file: Callable[[], FileTable]) -> bytes:
    """Return the figures of a view as a CSV with its description, packed together; see `block_workbook`."""
    kept = exhibit(block, query)
    return csvw_zip(
        Described(
            name=block.key,
            table=file(),
            title=kept.title,
            description="\n".join(text for text in (kept.subtitle, *kept.notes, kept.source) if text),
            origins=block.origins or (),
            credit=block.credit,
            made=kept.made,
        )
    )


def block_picture(block: Block, query: Mapping[str, str], kind: Literal["svg", "png"]) -> bytes:
    """Return the picture of a view with title, legend, source and date inside."""
    kept = exhibit(block, query)
    return picture_svg(kept, "", _made(kept), PICTURE_PX).encode() if kind == "svg" else exhibit_png(kept)


def exhibit_png(kept: Exhibit) -> bytes:
    """Return the picture of an exhibit with its words inside, of the day it was made."""
    return picture_png(kept, "", _made(kept), PICTURE_PX)


def _made(kept: Exhibit) -> str:
    return workbook_words.PICTURE_MADE.format(made=date(kept.made), product=words.PRODUCT)


def cover(
    here: Page,
    title: str,
    contents: Sequence[str],
    *,
    compares: bool,
    how_to_read: Sequence[str] = workbook_words.HOW_TO_READ_LINES,
) -> Cover:
    """Return the first sheet of a workbook of a town.

    Parameters
    ----------
    here : Page
        The town.
    title : str
        Of the workbook.
    contents : sequence of str
        A line for each view.
    compares : bool
        Whether the comparators of the page are those of all that is shown.
    how_to_read : sequence of str
        Sentences.
    """
    named = workbook_words.BETWEEN.join(here.label(code) for code in here.peers[:MOST_NAMED])
    more = workbook_words.MORE if len(here.peers) > MOST_NAMED else ""
    peers = (
        f"{here.among}（{municipalities(len(here.peers))}）：{named}{more}" if here.peers and compares else ""
    )
    facts = [
        (workbook_words.OWN, here.full_label(here.own) if here.own else ""),
        (workbook_words.PEERS, peers),
        (workbook_words.MADE, date(today().isoformat())),
    ]
    return Cover(
        title=title,
        facts=[fact for fact in facts if fact[1]],
        contents=contents,
        how_to_read=how_to_read,
        made=foot(),
    )


def foot() -> str:
    """Return what stands at the foot of every page."""
    return workbook_words.FOOTER.format(product=words.PRODUCT, made=date(today().isoformat()))


def figures(table: FileTable, indicators: Sequence[Indicator]) -> Figures:
    """Return figures with how they are shown, by the labels that may stand in the column of indicators."""
    return Figures(
        table=table,
        decimals={name: each.decimals for each in indicators for name in (each.name_ja, each.label_ja)},
        fiscal=frozenset(
            name for each in indicators if each.fiscal_year for name in (each.name_ja, each.label_ja)
        ),
    )


def indicators_of(catalog: Catalog, exhibits: Iterable[Exhibit]) -> list[Indicator]:
    """Return the indicators of views in the order of the catalogue."""
    wanted = {name for each in exhibits for name in each.indicators}
    return [each for each in catalog.indicators.values() if each.id in wanted]


def definitions(catalog: Catalog, indicators: Sequence[Indicator]) -> Listing:
    """Return what indicators are, a row each."""
    return Listing(
        columns=workbook_words.DEFINITION_COLUMNS,
        rows=[definition_row(catalog, each) for each in indicators],
        instead=workbook_words.NO_DEFINITION,
    )


def definition_row(catalog: Catalog, each: Indicator) -> tuple[str, ...]:
    """Return what an indicator is: label, unit, way of making, parts, sources, cautions, id."""
    later = each.projection
    return (
        each.label_ja,
        each.unit_ja,
        definition(catalog, each),
        formula_of(catalog.counts, each.numerator, ()),
        formula_of(catalog.counts, each.denominator, ()),
        workbook_words.BETWEEN.join(source.name_ja for source in catalog.sources_of(each)),
        each.notes_ja + (later.note_ja if later else ""),
        each.id,
    )


def sources_of(catalog: Catalog, exhibits: Sequence[Exhibit]) -> Listing:
    """Return the publications of views, a row each; of a view without such a record its source line.

    That is one of figures of no publication, or one that was kept before 2026-12.
    """
    lines = dict.fromkeys(each.source for each in exhibits if each.origins is None and each.source)
    return sources(catalog, [one for each in exhibits for one in each.origins or ()], list(lines))


def sources(catalog: Catalog, origins: Iterable[Origin], lines: Sequence[str] = ()) -> Listing:
    """Return publications, a row each in the order of the catalogue, then lines as they are.

    Parameters
    ----------
    catalog : Catalog
        Gives the order and what is to be known of a publication.
    origins : iterable of Origin
        Of views; one that several have stands there once, with the dates of all.
    lines : sequence of str
        Source lines of views without a record of their publications.
    """
    found: dict[str, list[Origin]] = {}
    for each in origins:
        found.setdefault(each.source, []).append(each)
    known = catalog.sources
    rows = []
    # A publication that was kept with a view may not be in the catalogue any more.
    for name in (*(each for each in known if each in found), *(each for each in found if each not in known)):
        first = found[name][0]
        dates = dict.fromkeys(each.as_of for each in found[name] if each.as_of)
        as_of = workbook_words.BETWEEN.join(dates)
        said = known[name].notes_ja if name in known else ""
        rows.append((first.title, first.publisher, first.licence, as_of, said, first.page))
    return Listing(
        columns=workbook_words.SOURCE_COLUMNS,
        rows=[*rows, *((line, *("",) * (len(workbook_words.SOURCE_COLUMNS) - 1)) for line in lines)],
        instead=words.NO_SOURCE,
    )
