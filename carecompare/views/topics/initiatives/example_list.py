"""Whose initiatives fit: the list from the nearest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.text import comparator_words, words
from carecompare.text.topics import find_words
from carecompare.views.base.block import Block
from carecompare.views.base.table import Table
from carecompare.views.topics.initiatives.example_chart import then_and_now_block
from carecompare.views.topics.initiatives.example_figures import figures_file, figures_source
from carecompare.views.topics.initiatives.examples import examples, wanted_of
from carecompare.views.topics.initiatives.registered import labels_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.comparisons import Nearness
    from carecompare.views.base.here import Page
    from carecompare.views.topics.initiatives.examples import Example, Wanted


# No key of a finding: it stands for all of them.
EVERY_FINDING = "every"
VIEW = "find_initiatives"


def list_block(here: Page) -> Block | None:
    """Return the list of the examples that fit, as a view; None where none does."""
    wanted = wanted_of(here)
    listed, near = examples(here)
    fitting = [each for each in listed if wanted.fits(each)]
    return listed_examples(here, wanted, fitting, near) if fitting else None


def chart_block(here: Page) -> Block | None:
    """Return the figures of then and now of the examples that fit, as a view; None where none does."""
    wanted = wanted_of(here)
    fitting = [each for each in examples(here)[0] if wanted.fits(each)]
    return then_and_now_block(here, fitting) if fitting else None


def listed_examples(here: Page, wanted: Wanted, fitting: Sequence[Example], near: Nearness) -> Block:
    """Return the fitting examples from the nearest as a block."""
    selection = here.selection
    preset = here.catalog.presets[selection.preset or next(iter(here.catalog.presets))]
    rows = [
        (
            _place(near, each),
            each.name,
            each.title,
            _fitting_types(here, wanted, each),
            find_words.TITLE_ONLY if each.is_title_only else each.evidence,
        )
        for each in fitting
    ]
    return Block(
        key=f"find_initiatives_{here.own}",
        finding=_sentence(here, wanted, fitting[0], near),
        subtitle=find_words.SUBTITLE.format(
            own=here.own_label,
            preset=preset.label_ja,
            changed=comparator_words.CHANGED if selection.weights else "",
            of=f"{near.of:,}",
        ),
        table=Table(find_words.COLUMNS, rows, faint=frozenset({words.UNCONFIRMED}), kind="initiatives"),
        file=partial(figures_file, here, fitting, near, wanted.types),
        origins=figures_source(here, fitting),
        notes=(find_words.NEAR_NO_TARGET, find_words.OWN_LEFT_OUT),
        view=VIEW,
    )


def _sentence(here: Page, wanted: Wanted, first: Example, near: Nearness) -> str:
    place = near.place(first.area)
    if place is None:
        return find_words.NO_SENTENCE.format(own=here.own_label)
    scope = find_words.SCOPES[wanted.by].format(own=here.own_label, chosen=wanted.chosen)
    return find_words.FINDING_SENTENCE.format(scope=scope, name=first.name, of=f"{near.of:,}", place=place)


def _place(near: Nearness, example: Example) -> str:
    place = near.place(example.area)
    return find_words.NO_PLACE if place is None else find_words.PLACE.format(place=f"{place:,}")


def _fitting_types(here: Page, wanted: Wanted, example: Example) -> str:
    shared = [
        each
        for each in here.catalog.initiative_types
        if each in example.types and (wanted.is_open or each in wanted.types)
    ]
    return labels_of(here, shared) or words.UNCONFIRMED
