"""What a command says beside its answer: it answers on standard output, the rest goes to standard error."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def tell(said: str) -> None:
    """Say something beside the answer. A command goes on when nobody listens any more."""
    try:
        print(said, file=sys.stderr, flush=True)  # noqa: T201 (standard error is for this)
    except BrokenPipeError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Let a stream without a reader lead nowhere, or Python complains of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
