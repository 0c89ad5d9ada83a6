"""The floor: an app whose pages show the same elements, filled with constants.

How it is made. The project's own app is served once with every call of Streamlit recorded (:mod:`recorder`):
each page is asked for until its caches are warm, and the calls of its last run are kept with their arguments
as constants, charts and frames ready made. A second app with the same page names repeats exactly those calls
(:mod:`replay`) and does nothing else: no store, no selection, no arithmetic, no making of charts. So the
floor costs what Streamlit itself costs for these elements. It is started where the app is started, so it
reads the same configuration, and it has the same static files. Functions that the project hands over
(``on_change``, deferred downloads) are replaced by one that does nothing; labels made by ``format_func`` are
constants too.

Whether it is the same page is checked, not assumed: the elements that both send are counted by kind.
"""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from server import serving
from session import session

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from subject import Subject

HERE = Path(__file__).resolve().parent
HOOKED = str(HERE / "hooked_server.py")
ROUNDS_UNTIL_WARM = 3
CHARTS = ("vega_lite_chart", "deck_gl_json_chart")


@dataclass(frozen=True)
class Recording:
    """An app's floor and what is known of both.

    Parameters
    ----------
    floor : Subject
        To be served beside the app.
    elements : mapping of str to Counter of str
        What the app sends for each page, by kind.
    differences : tuple of str
        One sentence per page whose floor does not send the same elements; empty when all do.
    """

    floor: Subject
    elements: Mapping[str, Counter[str]]
    differences: tuple[str, ...]

    def fewest_charts(self, page: str) -> int:
        """Return 1 when a page sends any chart or map, else 0: some may lie in a closed tab."""
        return int(any(self.elements[page][kind] for kind in CHARTS))


def make_floor(subject: Subject, folder: Path) -> Recording:
    """Record an app and write its floor.

    Parameters
    ----------
    subject : Subject
        To be recorded.
    folder : Path
        An empty folder to write into.

    Returns
    -------
    Recording
        With the floor, ready to be served.

    Raises
    ------
    BenchmarkError
        If a page does not run.
    """
    with serving(subject.script, subject.cwd, (HOOKED, "--recordings", str(folder))) as server:
        ours = asyncio.run(_elements(subject, server.port))
    (folder / "pages").mkdir()
    shutil.copy(HERE / "replay.py", folder)
    for script in subject.scripts.values():
        recording = str(folder / f"{script.stem}.pickle")
        constants = f"from replay import show\n\nshow({recording!r})\n"
        (folder / script).write_text(constants, encoding="utf-8")
    static = subject.script.parent / "static"
    if static.is_dir():
        (folder / "static").symlink_to(static, target_is_directory=True)
    floor = subject.at(folder / subject.script.name)
    with serving(floor.script, floor.cwd) as server:
        theirs = asyncio.run(_elements(floor, server.port))
    differences = tuple(
        f"page {page or 'main'!r}: only the app sends {dict(ours[page] - theirs[page])}, "
        f"only its floor sends {dict(theirs[page] - ours[page])}"
        for page in subject.pages
        if ours[page] != theirs[page]
    )
    return Recording(floor, ours, differences)


async def _elements(subject: Subject, port: int) -> dict[str, Counter[str]]:
    sent = {}
    for page in subject.pages:
        async with session(port, page) as visit:
            for _ in range(ROUNDS_UNTIL_WARM):
                sent[page] = (await visit.ask(subject.query(0, 0))).elements
    return sent
