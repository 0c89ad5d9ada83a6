"""The command line, ``python -m carecompare``: figures in, values and files out, a town's own, the bundle.

Each subcommand imports its own module when it is asked for: one that writes a few figures does not wait
for the libraries of one that reads publishers' tables or draws slides.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.bundle.targets import TARGETS
from carecompare.commands.beside import let_go, tell
from carecompare.disk import said_of
from carecompare.errors import CareCompareError
from carecompare.paths import Paths, project_paths
from carecompare.settings import EVERYWHERE, FIRST_PORT
from carecompare.text.comparator_words import SETS as SET_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REFUSED = 2
FORMATS = ("csv", "xlsx", "pptx", "pdf", "html")
SETS = tuple(each for each in SET_WORDS if each != "saved")  # a saved set belongs to a visit or an office


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line when not given.

    Returns
    -------
    int
        0, or 2 after one sentence on standard error. A reader that leaves early (``| head``) is no error.
    """
    chosen = _parser().parse_args(arguments)
    try:
        return _answered(chosen)
    except BrokenPipeError:
        let_go(sys.stdout)
        return 0


def _answered(chosen: argparse.Namespace) -> int:
    try:
        for line in chosen.run(chosen, project_paths()):
            print(line)  # noqa: T201 (standard output is what a command answers on)
        # Here and not at the very end, where nobody could say that the reader has left.
        print(end="", flush=True)  # noqa: T201 (the same)
    except BrokenPipeError:
        raise
    except (CareCompareError, OSError) as error:
        from carecompare.text.errors.explain import sentence

        tell(sentence(said_of(error)))
        return REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carecompare")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("import", help="official files to a new edition of the figures")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE")
    command.add_argument(
        "--estat",
        action="append",
        default=[],
        metavar="TABLE_ID",
        help="ask the e-Stat API for a table, with your key in the variable ESTAT_APP_ID",
    )
    command.add_argument(
        "--as-of", metavar="DATE", help="2025-12 or 2025-12-31, for files that state no date"
    )
    command.add_argument(
        "--accept-jump", "--accept-drop", action="store_true", help="accept counts that moved far, up or down"
    )
    command.add_argument("--preview", action="store_true", help="show what would change and write nothing")
    command.set_defaults(run=_import)
    command = commands.add_parser("undo", help="the figures as they were before the last import")
    command.set_defaults(run=_undo)
    command = commands.add_parser("build", help="figures and definitions to the store")
    command.set_defaults(run=_build)
    command = commands.add_parser("check", help="definitions, figures and their checksums")
    command.set_defaults(run=_check)
    command = commands.add_parser("values", help="figures of an indicator on standard output")
    command.add_argument("--indicator", required=True, metavar="ID")
    command.add_argument("--area", default="", metavar="CODE,…", help="all areas when not given")
    command.add_argument("--year", type=int, metavar="YEAR", help="all years when not given")
    command.add_argument("--format", choices=("csv", "json"), default="csv")
    command.set_defaults(run=_values)
    command = commands.add_parser("reach", help="how far every point of a town is from a service")
    command.add_argument("--area", required=True, metavar="CODE")
    command.add_argument("--service", required=True, metavar="NNN", help="a care service, or hospital")
    command.add_argument("--speed", type=float, metavar="KMH", help="30 when not given")
    command.add_argument("--format", choices=("csv", "json"), default="csv")
    command.set_defaults(run=_reach)
    command = commands.add_parser("compare", help="a town beside others in a file, all main indicators")
    command.add_argument("--own", required=True, metavar="CODE")
    command.add_argument("--vs", required=True, choices=SETS, metavar="SET", help=", ".join(SETS))
    command.add_argument("--chosen", default="", metavar="CODE,…", help="municipalities, for the set free")
    command.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    command.add_argument("-o", type=Path, dest="file", metavar="FILE", help="a CSV goes to standard output")
    command.set_defaults(run=_compare)
    command = commands.add_parser("bundle", help="everything for a machine without a network, in one archive")
    command.add_argument("target", choices=tuple(TARGETS))
    command.add_argument("-o", type=Path, dest="file", default=Path("carecompare.zip"), metavar="FILE")
    command.add_argument(
        "--python", type=Path, metavar="ARCHIVE", help="an embeddable or standalone Python to go along"
    )
    command.set_defaults(run=_bundle)
    command = commands.add_parser("serve", help="the dashboard for an office: one server, or several")
    command.add_argument("--replicas", type=int, default=1, metavar="N", help="servers, behind HAProxy")
    command.add_argument("--address", default=EVERYWHERE, help="this machine's, %(default)s when not given")
    command.add_argument("--port", type=int, default=FIRST_PORT, help="%(default)s when not given")
    command.set_defaults(run=_serve)
    _own_parser(
        commands.add_parser("own", help="a town's own figures: add, list, restore, export, import, move")
    )
    return parser


def _own_parser(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("add", help="own figures, or exports of the 'mieruka' system, to the shelf")
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="CSV or XLSX; exports also as zip or folder"
    )
    command.add_argument("--area", required=True, metavar="CODE", help="the municipality they are of")
    command.add_argument("--author", default="", metavar="NAME", help="who saves, for the history")
    command.add_argument("--report", type=Path, metavar="FILE", help="write the report on exports, as xlsx")
    command.add_argument(
        "--sure", action="store_true", help="keep unlikely figures, leave out unreadable labels"
    )
    command.set_defaults(run=_own_add)
    command = commands.add_parser("list", help="every version that is kept")
    command.add_argument("--area", default="", metavar="CODE")
    command.set_defaults(run=_own_list)
    command = commands.add_parser("export", help="the latest of everything that is kept, in one file")
    command.add_argument("-o", type=Path, dest="file", required=True, metavar="FILE")
    command.add_argument("--area", default="", metavar="CODE", help="all municipalities when not given")
    command.set_defaults(run=_own_export)
    command = commands.add_parser("import", help="such a file, as the next versions")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--author", default="", metavar="NAME")
    command.set_defaults(run=_own_import)
    command = commands.add_parser("restore", help="an earlier version, as the next one")
    command.add_argument("--area", required=True, metavar="CODE")
    command.add_argument("--kind", required=True, metavar="KIND", help="as `own list` names it")
    command.add_argument("--version", required=True, type=int, metavar="NUMBER")
    command.add_argument("--author", default="", metavar="NAME")
    command.set_defaults(run=_own_restore)
    command = commands.add_parser("audit", help="who changed what and when, the last first")
    command.add_argument("--area", default="", metavar="CODE")
    command.add_argument("--since", default="", metavar="DATE", help="as in 2026-04-01")
    command.set_defaults(run=_own_audit)
    command = commands.add_parser("move", help="every version to a database (postgresql://…) or a folder")
    command.add_argument("to", metavar="PLACE", help="as CARECOMPARE_OWN names it afterwards")
    command.set_defaults(run=_own_move)


def _import(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.figures import imported_report

    return imported_report(
        paths,
        chosen.files,
        chosen.estat,
        chosen.as_of,
        accept_jump=chosen.accept_jump,
        preview=chosen.preview,
    )


def _undo(_: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.figures import undone_report

    yield undone_report(paths)


def _build(_: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.build import build_store

    yield build_store(paths).name


def _bundle(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.bundle.archive import bundled
    from carecompare.text.files.bundle_words import DONE

    file = bundled(paths, chosen.target, chosen.file, chosen.python, tell)
    yield DONE.format(file=file.name, megabytes=file.stat().st_size / 1_000_000)


def _serve(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.serve import served

    served(paths, chosen.address, chosen.port, chosen.replicas)
    return ()


def _check(_: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.check import checked_report

    return checked_report(paths)


def _values(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.values import values, written

    codes = [code for code in chosen.area.split(",") if code]
    yield written(values(paths, chosen.indicator, codes, chosen.year), chosen.format)


def _reach(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.reach import CAR, reached_points, written
    from carecompare.text.topics.reach.reach_words import WITHOUT_POSITION

    speed = CAR if chosen.speed is None else chosen.speed
    rows, without = reached_points(paths, chosen.area, chosen.service, speed)
    if without:
        tell(WITHOUT_POSITION.format(number=without))
    yield written(rows, chosen.format)


def _compare(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.compare import compared_file
    from carecompare.output_file import write_whole

    content = compared_file(paths, chosen.own, chosen.vs, chosen.chosen.split(","), chosen.format)
    if chosen.file is None and chosen.format == FORMATS[0]:
        yield content.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
        return
    file = chosen.file or Path(f"compare_{chosen.own}_{chosen.vs}.{chosen.format}")
    write_whole(file, content)
    yield str(file)


def _own_add(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own import added

    return added(
        paths,
        chosen.files,
        chosen.area,
        chosen.author,
        report=chosen.report,
        is_sure=chosen.sure,
    )


def _own_list(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own import listed

    return listed(paths, chosen.area)


def _own_export(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own import exported

    return exported(paths, chosen.file, chosen.area)


def _own_import(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own import brought

    return brought(paths, chosen.file, chosen.author)


def _own_restore(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own import restored

    return restored(paths, chosen.area, chosen.kind, chosen.version, chosen.author)


def _own_audit(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own_places import audited

    return audited(paths, chosen.area, chosen.since)


def _own_move(chosen: argparse.Namespace, paths: Paths) -> Iterable[str]:
    from carecompare.commands.own_places import moved

    return moved(paths, chosen.to)


if __name__ == "__main__":
    sys.exit(main())
