"""Check what is entered of an initiative, in a form or a row of a table; every problem is named at once."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN
from carecompare.errors import OwnDataError
from carecompare.own.contents.initiatives import EVIDENCES, OWN, PAGE, UNCONFIRMED, Initiative
from carecompare.own.uploads.spelling import plain_name, spellings
from carecompare.own.uploads.year_labels import year_label
from carecompare.text.own.initiative_words import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import OwnDataProblem
    from carecompare.own.contents.initiatives import Evidence


NEAREST = 3
LONGEST = {
    "title": 100,
    "implementers": 500,
    "funding": 500,
    "effects": 1_000,
    "source": 500,
    "contact": 60,
}
NEEDED: Mapping[str, OwnDataProblem] = {
    "title": "own_initiative_title_missing",
    "types": "own_initiative_type_missing",
}
CODE_DIGITS = 5
_SEPARATORS = re.compile(r"[、,;；\n]+")
_KEPT_CONTROLS = "\n\t"
# Signs that turn the direction of what follows, or stand for no character at all.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NO_CHARACTER = 0xFFFE


@dataclass(frozen=True)
class Terms:
    """What the entries of a town are checked against.

    Parameters
    ----------
    own : str
        Code of the town.
    areas : mapping of str to str
        Names of all municipalities by code, each naming one place.
    names : mapping of str to tuple of str
        Codes by every name that may be written.
    types, fields : mapping of str to str
        Labels by id.
    field_of_type : mapping of str to str
        Field of each type.
    """

    own: str
    areas: Mapping[str, str] = field(repr=False)
    names: Mapping[str, tuple[str, ...]] = field(repr=False)
    types: Mapping[str, str] = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)
    field_of_type: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Problem:
    """What is wrong with one role of an entry."""

    problem: OwnDataProblem
    role: str
    found: str = ""
    expected: object = None
    suggestion: tuple[str, ...] = ()

    def error(self, column: str, **place: object) -> OwnDataError:
        """Return it as an error of a place."""
        fields = {
            "found": self.found[:LONGEST_SHOWN],
            "expected": self.expected,
            "suggestion": self.suggestion,
        }
        return OwnDataError(self.problem, column=column, **fields, **place)


def checked_initiative(
    texts: Mapping[str, str], terms: Terms, identifier: str = ""
) -> tuple[Initiative | None, tuple[Problem, ...]]:
    """Check one initiative.

    Parameters
    ----------
    texts : mapping of str to str
        What is written, by role: ``code``, ``area``, ``title``, ``types``, ``fields``, ``since``,
        ``implementers``, ``funding``, ``effects``, ``source``, ``evidence``, ``contact``; an absent one is
        empty. Several types or fields are parted by commas or line ends.
    terms : Terms
        What it is checked against.
    identifier : str
        Id of the one it takes the place of.

    Returns
    -------
    tuple of Initiative or None, and tuple of Problem
        The initiative, or None and every problem.
    """
    checker = _Checker({role: clean(text) for role, text in texts.items()}, terms)
    area = checker.area()
    types = checker.several("types", terms.types, "own_initiative_type_unknown")
    fields = checker.several("fields", terms.fields, "own_initiative_field_unknown")
    since = checker.since()
    evidence = checker.evidence(area)
    written = {role: checker.text(role, longest) for role, longest in LONGEST.items()}
    written["title"] = " ".join(written["title"].split())
    for role, problem in NEEDED.items():
        if not checker.texts.get(role):
            checker.refuse(problem, role)
    if checker.problems:
        return None, tuple(checker.problems)
    made = Initiative(
        id=identifier,
        area=area,
        types=types,
        fields=fields or tuple(dict.fromkeys(terms.field_of_type[each] for each in types)),
        since=since,
        evidence=evidence,
        **written,
    )
    return made, ()


def clean(text: str) -> str:
    """Return a text without what cannot be seen: control characters, half characters, turns of direction."""
    lines = _LINE_ENDS.sub("\n", text)
    return "".join(each for each in lines if _is_kept(each)).strip()


def _is_kept(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    nothing = ord(character) & _NO_CHARACTER == _NO_CHARACTER
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in _TURNS and not nothing


class _Checker:
    """Looks at the roles one by one; a problem does not hide those after it."""

    def __init__(self, texts: Mapping[str, str], terms: Terms) -> None:
        self.texts = texts
        self.terms = terms
        self.problems: list[Problem] = []

    def refuse(
        self,
        problem: OwnDataProblem,
        role: str,
        *,
        found: str | None = None,
        expected: object = None,
        suggestion: tuple[str, ...] = (),
    ) -> None:
        written = self.texts.get(role, "") if found is None else found
        self.problems.append(Problem(problem, role, written, expected, suggestion))

    def text(self, role: str, longest: int) -> str:
        text = self.texts.get(role, "")
        if len(text) > longest:
            self.refuse("own_initiative_text_too_long", role, expected=longest)
        return text

    def area(self) -> str:
        """Return the code of the municipality; what is not named is the own one."""
        terms, name = self.terms, self.texts.get("area", "")
        code = self._code()
        codes = terms.names.get(plain_name(name), ()) if name else ()
        if code:
            if name and code not in codes:
                self.refuse("own_initiative_area_differs", "area", suggestion=(terms.areas[code],))
            return code
        if not name:
            return terms.own
        if len(codes) == 1:
            return codes[0]
        if codes:
            self.refuse(
                "own_initiative_area_ambiguous",
                "area",
                suggestion=tuple(terms.areas[each] for each in codes[:NEAREST]),
            )
        else:
            near = difflib.get_close_matches(name[:LONGEST_SHOWN], list(terms.areas.values()), NEAREST)
            self.refuse("own_initiative_area_unknown", "area", suggestion=tuple(near))
        return ""

    def _code(self) -> str:
        """Return the code as written, with a lost zero or a check digit mended; empty where there is none."""
        text = plain_name(self.texts.get("code", ""))
        if not text:
            return ""
        is_code = text.isascii() and text.isdigit() and len(text) <= CODE_DIGITS + 1
        plain = text.zfill(CODE_DIGITS)[:CODE_DIGITS] if is_code else text
        if plain in self.terms.areas:
            return plain
        self.refuse("own_initiative_area_unknown", "code")
        return ""

    def several(self, role: str, labels: Mapping[str, str], problem: OwnDataProblem) -> tuple[str, ...]:
        ids = {
            spelling: each
            for each, label in labels.items()
            for name in (each, label)
            for spelling in spellings(name)
        }
        found: dict[str, None] = {}
        for part in _SEPARATORS.split(self.texts.get(role, "")):
            name = plain_name(part)
            if name in ids:
                found[ids[name]] = None
            elif name:
                near = difflib.get_close_matches(part[:LONGEST_SHOWN], list(labels.values()), NEAREST, 0.3)
                self.refuse(problem, role, found=part.strip(), suggestion=tuple(near))
        return tuple(each for each in labels if each in found)

    def since(self) -> int:
        text = self.texts.get("since", "")
        label = year_label(text)
        if text and label is None:
            self.refuse("own_initiative_since_wrong", "since")
        return label.year_as(fiscal=False) if label else 0

    def evidence(self, area: str) -> Evidence:
        """Return the evidence: the town vouches for its own; what it found has a source or is unconfirmed."""
        ids = {plain_name(name): each for each in EVIDENCES for name in (each, EVIDENCE[each])}
        text, source = self.texts.get("evidence", ""), self.texts.get("source", "")
        given = ids.get(plain_name(text))
        if text and not given:
            self.refuse("own_initiative_evidence_unknown", "evidence")
        elif area == self.terms.own:
            if given not in {None, OWN}:
                self.refuse("own_initiative_evidence_own", "evidence")
            return OWN
        elif given == OWN and area:
            self.refuse("own_initiative_evidence_found", "evidence")
        elif not given:
            return PAGE if source else UNCONFIRMED
        elif given not in {UNCONFIRMED, OWN} and not source:
            self.refuse("own_initiative_source_missing", "source")
        return given or UNCONFIRMED
