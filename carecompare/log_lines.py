"""The log: one line for each thing that happened, without anything a person typed."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

MOST_STEPS = 12
_usual = logging.LogRecord


def write_one_line_each() -> None:
    """Have every record of every library written as one line from now on."""
    logging.setLogRecordFactory(one_line)


def one_line(*positional: Any, **named: Any) -> logging.LogRecord:  # noqa: ANN401 - as the module calls it
    """Return a record whose message says what happened and where, and holds no value.

    Words that are put into a message may be what a person typed, and so may the words of an error. Left of
    them are numbers, the kind of an error and the places in the code.
    """
    record = _usual(*positional, **named)
    said = " ".join(str(record.msg).split()) if isinstance(record.msg, str) else type(record.msg).__name__
    numbers = record.args if isinstance(record.args, tuple) else ()
    kept = [str(each) for each in numbers if isinstance(each, int | float)]
    error = record.exc_info
    place = f"{record.name} {Path(record.pathname).name}:{record.lineno}"
    parts = [record.levelname, place, said, *kept]
    if error and error[0] is not None:
        parts += [error[0].__name__, steps(error[2])]
    record.msg, record.args, record.exc_info, record.exc_text = " | ".join(parts), (), None, None
    record.stack_info = None
    return record


def steps(where: TracebackType | None) -> str:
    """Return the way to an error, the last steps of it."""
    way = traceback.extract_tb(where)[-MOST_STEPS:]
    return " > ".join(f"{Path(each.filename).name}:{each.lineno}:{each.name}" for each in way)
