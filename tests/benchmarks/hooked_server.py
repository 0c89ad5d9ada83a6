"""``streamlit run`` with one thing added: a watch on each script run, or a recorder of the page's elements.

Started by the benchmarks in the place of ``python -m streamlit run``. The script time is taken here, inside
the server, because messages leave it only every few milliseconds: seen from outside, that wait would be
added to both sides of a ratio and flatter it.
"""

from __future__ import annotations

import argparse
import sys
import time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

from recorder import Recorder
from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.web.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

# Streamlit has no public way to watch a script run or to learn which page it was.
RUN = "_run_script"
RESET = "reset"
PAGES = "_pages_manager"


def _page(runner: ScriptRunner) -> str:
    manager = getattr(runner, PAGES)
    return Path(manager.get_pages()[manager.current_page_script_hash]["script_path"]).stem


def _after_each_run(then: Callable[[str, float, float], object]) -> None:
    run_script = getattr(ScriptRunner, RUN)

    @wraps(run_script)
    def watched(runner: ScriptRunner, *arguments: object) -> None:
        started, busy = time.perf_counter(), time.thread_time()
        run_script(runner, *arguments)
        then(_page(runner), time.perf_counter() - started, time.thread_time() - busy)

    setattr(ScriptRunner, RUN, watched)


def _before_each_run(first: Callable[[], object]) -> None:
    reset = getattr(ScriptRunContext, RESET)

    @wraps(reset)
    def announced(context: ScriptRunContext, *arguments: object, **named: object) -> None:
        first()
        reset(context, *arguments, **named)

    setattr(ScriptRunContext, RESET, announced)


def _run() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    hook = parser.add_mutually_exclusive_group(required=True)
    hook.add_argument(
        "--script-times", type=Path, metavar="FILE", help="append page and milliseconds, elapsed and busy"
    )
    hook.add_argument("--recordings", type=Path, metavar="FOLDER", help="write each page's elements")
    options, streamlit_arguments = parser.parse_known_args()
    if options.recordings:
        recorder = Recorder(options.recordings)
        recorder.install()
        _before_each_run(recorder.begin)
        _after_each_run(lambda page, *_: recorder.save(page))
    else:
        times = options.script_times.open("a", encoding="utf-8", buffering=1)
        _after_each_run(lambda page, seconds, busy: times.write(f"{page}\t{seconds * 1000}\t{busy * 1000}\n"))
    sys.argv = ["streamlit", "run", *streamlit_arguments]
    main()


if __name__ == "__main__":
    _run()
