"""What a program asked for, checked: each problem a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carecompare.errors import SelectionError
from carecompare.text.errors.explain import sentence
from carecompare.text.files import api_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MOST = 2_000
FORMATS = ("json", "csv", "csvw")
LEVELS = ("municipality", "prefecture", "nation")
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)


class AskedWrongError(Exception):
    """What was asked cannot be answered.

    Parameters
    ----------
    said : str
        The sentence.
    status : int
        Of the answer.
    """

    def __init__(self, said: str, status: int = 400) -> None:
        super().__init__(said)
        self.said = said
        self.status = status


def codes(query: Mapping[str, str], name: str, known: Collection[str]) -> list[str]:
    """Return the ids of a list, each once and known.

    Raises
    ------
    AskedWrongError
        If one is unknown, or there are too many.
    """
    given = list(dict.fromkeys(each for each in query.get(name, "").split(",") if each))
    if len(given) > MOST:
        raise AskedWrongError(api_words.TOO_MANY.format(name=name, most=MOST, found=len(given)))
    for each in given:
        if each not in known:
            problem = SelectionError("area_unknown" if name == "area" else "indicator_unknown", found=each)
            raise AskedWrongError(sentence(problem), 404)
    return given


def year(query: Mapping[str, str]) -> int | None:
    """Return the year, None where none is asked for.

    Raises
    ------
    AskedWrongError
        If it is none.
    """
    given = query.get("year", "")
    if given and not _YEAR.fullmatch(given):
        raise AskedWrongError(api_words.YEAR_WRONG.format(found=given))
    return int(given) if given else None


def one_of(query: Mapping[str, str], name: str, known: Collection[str], usual: str, said: str) -> str:
    """Return one of a few words.

    Raises
    ------
    AskedWrongError
        If it is none of them.
    """
    given = query.get(name) or usual
    if given and given not in known:
        raise AskedWrongError(said.format(found=given, expected="、".join(known)))
    return given
