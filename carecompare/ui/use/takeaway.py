"""What a view can be taken away as, in the popover under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports import table_csv
from carecompare.reports.web import MEDIA_TYPE as HTML
from carecompare.text.files import web_words, workbook_words
from carecompare.text.words import DOWNLOAD_CP932, DOWNLOAD_UTF8
from carecompare.ui.parts.making import later
from carecompare.views.files.takeaway import PICTURES, XLSX, block_csvw, block_picture, block_workbook
from carecompare.views.files.web import block_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.file_tables import FileTable
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page

    _File = tuple[str, str, str, str, Callable[[], bytes]]


def show_takeaway(here: Page, block: Block, file: Callable[[], FileTable]) -> None:
    """Draw the buttons for a workbook, pictures and CSV; each file is made when its button is pressed.

    Parameters
    ----------
    here : Page
        The page.
    block : Block
        What is taken away.
    file : callable
        Its figures, with what only this visitor may read.
    """
    query = here.selection.as_query()
    files: list[_File] = [
        (
            workbook_words.EXCEL,
            workbook_words.EXCEL_HELP,
            "xlsx",
            XLSX,
            partial(block_workbook, here, block, query, file),
        ),
        (
            workbook_words.CSVW,
            workbook_words.CSVW_HELP,
            "zip",
            "application/zip",
            partial(block_csvw, block, query, file),
        ),
        (web_words.PAGE, web_words.PAGE_HELP, "html", HTML, partial(block_page, here, block)),
    ]
    if block.chart is not None:
        files += [
            (label, workbook_words.PICTURE_HELP, kind, mime, partial(block_picture, block, query, kind))
            for label, kind, mime in PICTURES
        ]
    _show_files(block, files)
    _show_csv(block, file)


def _show_files(block: Block, files: list[_File]) -> None:
    places = st.columns(2, gap="small")
    for number, (label, said, ending, mime, made) in enumerate(files):
        places[number % 2].download_button(
            label,
            data=later(made),
            file_name=f"{block.key}.{ending}",
            mime=mime,
            key=f"{ending}_{block.key}",
            help=said,
            on_click="ignore",
            width="stretch",
        )


def _show_csv(block: Block, file: Callable[[], FileTable]) -> None:
    left, right = st.columns(2, gap="small")
    left.download_button(
        DOWNLOAD_UTF8,
        data=lambda: table_csv(file()).content,
        file_name=f"{block.key}.csv",
        mime="text/csv",
        key=f"utf8_{block.key}",
        on_click="ignore",
        width="stretch",
    )
    right.download_button(
        DOWNLOAD_CP932,
        data=lambda: table_csv(file(), "cp932").content,
        file_name=f"{block.key}_sjis.csv",
        mime="text/csv",
        key=f"cp932_{block.key}",
        on_click="ignore",
        width="stretch",
    )
