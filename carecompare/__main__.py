"""The command line: ``python -m carecompare import FILE…``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.catalog import load_catalog
from carecompare.errors import CareCompareError
from carecompare.paths import Paths, project_paths
from carecompare.sources import imported
from carecompare.text.explain import sentence
from carecompare.text.import_report import import_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line when not given.

    Returns
    -------
    int
        0, or 2 after one sentence on standard error.
    """
    chosen = _parser().parse_args(arguments)
    try:
        for line in chosen.run(chosen, project_paths()):
            print(line)  # noqa: T201 (standard output is what a command answers on)
    except CareCompareError as error:
        print(sentence(error), file=sys.stderr)  # noqa: T201 (the same)
        return REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carecompare")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("import", help="official files to a new edition of the figures")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument(
        "--as-of", metavar="DATE", help="2025-12 or 2025-12-31, for files that state no date"
    )
    command.add_argument("--accept-drop", action="store_true", help="accept counts that fell far")
    command.set_defaults(run=_import)
    return parser


def _import(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    catalog = load_catalog(paths.catalog)
    edition = imported(paths.figures, chosen.files, catalog, chosen.as_of, accept_drop=chosen.accept_drop)
    return import_report(edition, {count.id: count.label_ja for count in catalog.counts.values()})


if __name__ == "__main__":
    sys.exit(main())
