"""A worker: ``python -m carecompare.workers`` does the jobs that come over its input until that is closed."""

from __future__ import annotations

import os
import pickle
import queue
import sys
import threading
import traceback
from typing import IO

from carecompare.errors import CareCompareError
from carecompare.workers.apart import PROGRESS
from carecompare.workers.process import CANCEL, CANCELLED, DONE, FAILED, JOB, TOLD, put, taken

# Of 19: where pages are wanted at the same time, they come first.
LESS_URGENT = 10


class _Cancelled(BaseException):
    """Nobody waits for the job any more: no `Exception`, so that nothing on the way takes it for a fault."""


def main() -> None:
    """Do jobs until nobody asks any more."""
    if sys.platform != "win32":
        os.nice(LESS_URGENT)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    cancelled = threading.Event()
    threading.Thread(target=_listen, args=(jobs, cancelled), daemon=True).start()
    while True:
        job = jobs.get()
        put(answers, *_done(job, answers, cancelled))


def _listen(jobs: queue.SimpleQueue[bytes], cancelled: threading.Event) -> None:
    """Take what comes, also during a job; end with the server, whose end closes the pipe."""
    with os.fdopen(0, "rb", closefd=False) as asked:
        while (said := taken(asked)) is not None:
            kind, content = said
            if kind == JOB:
                cancelled.clear()
                jobs.put(content)
            elif kind == CANCEL:
                cancelled.set()
    os._exit(0)


def _done(job: bytes, answers: IO[bytes], cancelled: threading.Event) -> tuple[bytes, bytes]:
    def tell(*told: object) -> None:
        if cancelled.is_set():
            raise _Cancelled
        put(answers, TOLD, pickle.dumps(told))

    try:
        function, arguments, wants_progress = pickle.loads(job)  # noqa: S301 - from our own server, over a pipe
        if wants_progress:
            arguments[PROGRESS] = tell
        return DONE, pickle.dumps(function(**arguments), protocol=pickle.HIGHEST_PROTOCOL)
    except _Cancelled:
        return CANCELLED, b""
    except CareCompareError as error:
        return FAILED, pickle.dumps((error, ""))
    except Exception as error:  # noqa: BLE001 - whatever it is, who asked is told
        said = traceback.format_exc()
        try:
            return FAILED, pickle.dumps((error, said))
        except Exception:  # noqa: BLE001 - an error of a library that does not pickle
            return FAILED, pickle.dumps((RuntimeError(repr(error)), said))


if __name__ == "__main__":
    main()
