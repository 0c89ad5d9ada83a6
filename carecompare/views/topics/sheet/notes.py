"""分析欄: what officials write of each topic in their own words, kept with its author and every version."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from carecompare.own import NOTES
from carecompare.text.topics import sheet_words
from carecompare.views.base.kept import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.own import Kept, Note
    from carecompare.views.base.here import Page


DRAFTS = "analysis_drafts"
OPEN = "analysis_open"


@dataclass(frozen=True)
class Draft:
    """What is being written: the version it began from with its text, and the text now."""

    version: int
    began: str
    text: str

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything to save."""
        return self.text != self.began


def analysis_notes(here: Page) -> Mapping[str, Kept[Note]]:
    """Return what the own municipality has written of each topic, for pages, prints and exports.

    Parameters
    ----------
    here : Page
        The page with its choice.

    Returns
    -------
    mapping of str to Kept
        By topic in the catalogue's order, with version, author and time; topics without words are left out.

    Raises
    ------
    OwnDataError
        If a file cannot be read.
    """
    return {topic: kept for topic, kept in kept_notes(here).items() if kept is not None and kept.content.text}


def kept_notes(here: Page) -> Mapping[str, Kept[Note] | None]:
    """Return what was saved last of each topic; None where nothing ever was."""
    return here.cached(
        "visitor", "analysis", lambda: {topic: here.kept(NOTES.of(topic)) for topic in here.catalog.topics}
    )


def note_html(label: str, kept: Kept[Note] | None) -> str:
    """Return an analysis as HTML, its lines as they were written, with version, author and time."""
    heading = f"<p class='cc-analysis-title'>{escape(sheet_words.NOTE_OF.format(topic=label))}</p>"
    if kept is None or not kept.content.text:
        return f"{heading}<p class='cc-note'>{escape(sheet_words.NOTE_EMPTY)}</p>"
    line = sheet_words.NOTE_LINE.format(version=kept.version, when=moment(kept.saved_at), author=kept.author)
    text = escape(kept.content.text)
    return f"{heading}<div class='cc-analysis'>{text}</div><p class='cc-note'>{escape(line)}</p>"


def note_widget(own: str, topic: str) -> str:
    """Return the key of the text field of a topic."""
    return f"note_text_{own}_{topic}"
