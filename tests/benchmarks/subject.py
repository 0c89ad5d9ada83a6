"""What is measured: an app of Streamlit, its pages, and the links its visitors follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAIN_PAGE = ""


@dataclass(frozen=True)
class Subject:
    """An app to be served.

    Parameters
    ----------
    script : Path
        Its main script; a folder ``pages`` may lie beside it.
    cwd : Path
        Where it is started, which decides the configuration it reads.
    municipalities : tuple of str
        Codes its visitors choose as their own.
    """

    script: Path
    cwd: Path
    municipalities: tuple[str, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """Names of the pages as they stand in the address; the main page's is empty."""
        scripts = sorted(self.script.parent.glob("pages/*.py"))
        return (MAIN_PAGE, *(script.stem.lstrip("0123456789_- ") for script in scripts))

    @property
    def scripts(self) -> dict[str, Path]:
        """Script of each page, relative to the app's folder."""
        folder = self.script.parent
        below = [script.relative_to(folder) for script in sorted(folder.glob("pages/*.py"))]
        return dict(zip(self.pages, [self.script.relative_to(folder), *below], strict=True))

    def query(self, visitor: int, step: int) -> str:
        """Return the query string of a visitor's step, so that no two soon ask for the same municipality.

        Parameters
        ----------
        visitor, step : int
            Counted from 0.

        Returns
        -------
        str
            Without the question mark.
        """
        # A stride that shares no factor with the number of municipalities visits all of them.
        place = (visitor * 37 + step * 101) % len(self.municipalities)
        return f"own={self.municipalities[place]}&vs=exemplars"

    def at(self, script: Path) -> Subject:
        """Return the same app with another main script."""
        return replace(self, script=script)
