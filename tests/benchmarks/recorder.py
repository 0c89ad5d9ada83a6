"""Keep the calls of Streamlit that a page makes, with their arguments as constants."""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

import streamlit as st
from replay import COMMAND, Call, containers, nothing, roots
from streamlit.delta_generator import DeltaGenerator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Functions of the module, not methods of a container, that send something to the browser.
COMMANDS = ("set_page_config", "logo")
# Arguments whose values are of the same kind as the options.
CHOICES = ("default", "value")
VARIABLE = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


class Recorder:
    """Records one script run at a time.

    Parameters
    ----------
    folder : Path
        Where the recordings are written, one file per page.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._depth = 0
        self.begin()

    def begin(self) -> None:
        """Forget what was recorded: a run begins."""
        self._calls: list[Call] = []
        # The containers are kept with their names, so that no other object gets the identity of one.
        self._named: dict[int, tuple[str, DeltaGenerator]] = {
            id(container): (name, container) for name, container in roots().items()
        }

    def save(self, page: str) -> None:
        """Write what was recorded as the page's recording.

        Parameters
        ----------
        page : str
            Name of its script, without the ending.
        """
        (self._folder / f"{page}.pickle").write_bytes(pickle.dumps(self._calls))

    def install(self) -> None:
        """Wrap every public method of Streamlit's containers, and the commands, in a recording."""
        for name in dir(DeltaGenerator):
            method = inspect.getattr_static(DeltaGenerator, name)
            if not name.startswith("_") and inspect.isfunction(method):
                setattr(DeltaGenerator, name, self._recorded(name, method))
        main = roots()["main"]
        for name, command in list(vars(st).items()):
            if inspect.ismethod(command) and command.__self__ is main and not name.startswith("_"):
                setattr(st, name, getattr(main, name))
        for name in COMMANDS:
            setattr(st, name, self._recorded(name, getattr(st, name)))

    def _recorded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(function)

        @wraps(function)
        def recording(*positional: Any, **named: Any) -> Any:
            self._depth += 1
            try:
                # Streamlit's methods call one another; only the page's own calls are repeated.
                places = self._places(name, positional) if self._depth == 1 else None
                returned = function(*positional, **named)
            finally:
                self._depth -= 1
            if places:
                bound = signature.bind(*positional, **named)
                self._keep(places, name, bound, returned)
            return returned

        return recording

    def _places(self, name: str, positional: tuple[Any, ...]) -> tuple[str, str]:
        if name in COMMANDS:
            return COMMAND, COMMAND
        target = positional[0]
        active = target._active_dg  # noqa: SLF001 - the container that a ``with`` block has opened
        if id(target) not in self._named or id(active) not in self._named:
            message = f"{name} was called on a container whose making was not recorded"
            raise LookupError(message)
        return self._named[id(target)][0], self._named[id(active)][0]

    def _keep(
        self, places: tuple[str, str], name: str, bound: inspect.BoundArguments, returned: object
    ) -> None:
        bound = _constants(bound)
        results = []
        for container in containers(returned):
            results.append(str(len(self._named)))
            self._named[id(container)] = (results[-1], container)
        # The first argument of a method is its container, which is named and not kept.
        positional = bound.args if name in COMMANDS else bound.args[1:]
        constants = pickle.dumps((positional, bound.kwargs))
        self._calls.append(Call(*places, name, constants, tuple(results)))


def _constants(bound: inspect.BoundArguments) -> inspect.BoundArguments:
    given = bound.arguments
    label = given.pop("format_func", None)
    if label is not None:
        given["options"] = [label(option) for option in given["options"]]
        for name in CHOICES:
            if given.get(name) is not None:
                chosen = given[name]
                given[name] = [label(each) for each in chosen] if _is_several(chosen) else label(chosen)
    parameters = bound.signature.parameters
    for name in ("args", "kwargs"):
        if name in given and parameters[name].kind not in VARIABLE:
            del given[name]
    for name, argument in given.items():
        if callable(argument) and not isinstance(argument, type):
            given[name] = nothing
    return bound


def _is_several(chosen: object) -> bool:
    return not isinstance(chosen, str | Mapping) and hasattr(chosen, "__iter__")
