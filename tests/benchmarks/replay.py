"""The floor's only code: show again the elements that were recorded, from constants.

This file is copied beside the floor's pages and imports nothing of the project.
"""

from __future__ import annotations

import gc
import pickle
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import DeltaGeneratorSingleton

COMMAND = "command"


class Call(NamedTuple):
    """One call of Streamlit.

    Parameters
    ----------
    target : str
        The container it was called on, or ``COMMAND`` for a function of the module.
    within : str
        The container that was open: another than the target in a ``with`` block.
    name : str
        Of the method.
    constants : bytes
        Pickled positional and named arguments.
    results : tuple of str
        Names of the containers it returned.
    """

    target: str
    within: str
    name: str
    constants: bytes
    results: tuple[str, ...]


def roots() -> dict[str, DeltaGenerator]:
    """Return the containers that every page has, by name."""
    singletons = DeltaGeneratorSingleton.instance()
    return {
        "main": singletons.main_dg,
        "sidebar": singletons.sidebar_dg,
        "event": singletons.event_dg,
        "bottom": singletons.bottom_dg,
    }


def containers(returned: object) -> list[DeltaGenerator]:
    """Return the containers in what a call returned: one, several as of columns, or none."""
    several = returned if isinstance(returned, list | tuple) else [returned]
    return [each for each in several if isinstance(each, DeltaGenerator)]


def nothing(*_: object, **__: object) -> bytes:
    """Stand for every function the project hands to Streamlit."""
    return b""


def show(recording: str) -> None:
    """Show a recorded page.

    Parameters
    ----------
    recording : str
        Path of its file.
    """
    targets: dict[str, Any] = {COMMAND: st, **roots()}
    for call, positional, named in _constants(recording):
        with nullcontext() if call.within == call.target else targets[call.within]:
            returned = getattr(targets[call.target], call.name)(*positional, **named)
            if isinstance(returned, AbstractContextManager) and not containers(returned):
                with returned:  # a spinner sends what it shows when it begins and when it ends
                    pass
        targets.update(zip(call.results, containers(returned), strict=True))


@cache
def _constants(recording: str) -> list[tuple[Call, tuple[Any, ...], dict[str, Any]]]:
    calls = pickle.loads(Path(recording).read_bytes())  # noqa: S301 - written by this very run
    loaded = [(call, *pickle.loads(call.constants)) for call in calls]  # noqa: S301 - the same
    gc.collect()
    gc.freeze()
    return loaded
