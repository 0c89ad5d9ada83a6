"""Who the comparators are, in words, and why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons import FEWEST, POOLS, SETS, peers
from carecompare.errors import CareCompareError
from carecompare.own import COMPARATOR_SETS, ComparatorSets
from carecompare.text import comparator_words
from carecompare.text.format import municipalities
from carecompare.text.own import keeping_words
from carecompare.views.base.here import edition_of, group_name

if TYPE_CHECKING:
    from carecompare.own import ComparatorSet
    from carecompare.views.base.here import Page


def why_empty(here: Page) -> str:
    """Return why the own municipality has no comparators in the chosen set."""
    vs = here.selection.vs
    if "weights" in SETS[vs].settings:
        return why_empty_similar(here)
    group, words = group_name(here), comparator_words.SETS[vs]
    return ((group and words.alone) or words.empty).format(
        own=here.own_label,
        times=comparator_words.times(here.selection.times),
        group=group,
        edition=edition_of(here.loaded, vs) or comparator_words.UNDATED,
    )


def why_empty_similar(here: Page) -> str:
    """Return why nobody is found to be like the own municipality."""
    choice = here.selection.choice(here.catalog)
    found = peers(here.loaded.features, here.own, choice.weights, FEWEST)
    if found.is_comparable:
        return comparator_words.EMPTY_POOL.format(pool=comparator_words.POOLS[choice.pool])
    lacking = comparator_words.listed_all([each.label_ja for each in found.lacking])
    return comparator_words.SETS["similar"].empty.format(own=here.own_label, lacking=lacking)


def set_line(here: Page) -> str:
    """Return the line under the heading that says who the comparators are and by which source."""
    selection, chosen = here.selection, SETS[here.selection.vs]
    count = municipalities(len(here.peers))
    if chosen.group:
        count = municipalities(len(here.peers) + 1) + comparator_words.OWN_INCLUDED.format(own=here.own_label)
    source = here.catalog.sources[chosen.source] if chosen.source else None
    edition = edition_of(here.loaded, selection.vs)
    edition = comparator_words.EDITION.format(edition=edition) if edition else ""
    touching = len(set(here.loaded.surroundings.bordering.get(here.own, ())) & set(here.peers))
    preset = here.catalog.presets[selection.preset or next(iter(here.catalog.presets))]
    return comparator_words.SETS[selection.vs].line.format(
        own=here.own_label,
        count=count,
        parts=comparator_words.touching_and_near(touching, len(here.peers) - touching),
        group=group_name(here),
        source=f"{source.publisher_ja}「{source.short_ja}」{edition}" if source else "",
        times=comparator_words.times(selection.times),
        preset=preset.label_ja,
        changed=comparator_words.CHANGED if selection.weights else "",
        pool=comparator_words.POOLS[selection.pool or POOLS[0]],
    )


def sets_to_choose(here: Page) -> dict[str, ComparatorSet]:
    """Return the saved sets of the own municipality by id; none where they cannot be read."""
    try:
        kept = here.kept(COMPARATOR_SETS)
    except CareCompareError:
        return {}
    return {each.id: each for each in kept.content.sets} if kept else {}


MOST_NAMED = 20


def members_line(here: Page, chosen: ComparatorSet) -> str:
    """Return the name of a set with its municipalities, the first of them by name."""
    names = [here.label(code) for code in here.peers]
    members = keeping_words.SETS_BETWEEN.join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        members = keeping_words.SETS_MEMBERS_MORE.format(members=members, count=len(names) - MOST_NAMED)
    return keeping_words.SETS_LINE_CHOSEN.format(name=chosen.name, members=members)


def sets_described(here: Page, content: object) -> str:
    """Return a version of the saved sets in words, a line each, for the history."""
    sets = content.sets if isinstance(content, ComparatorSets) else ()
    return "\n".join(f"{set_summary(each)} {set_members(here, each)}" for each in sets)


def set_summary(each: ComparatorSet) -> str:
    """Return the name of a saved set with the number of its municipalities."""
    return keeping_words.SETS_LINE.format(name=each.name, count=len(each.areas))


def set_members(here: Page, each: ComparatorSet) -> str:
    """Return the names of the municipalities of a saved set that still exist."""
    return keeping_words.SETS_BETWEEN.join(
        here.label(code) for code in each.areas if code in here.loaded.municipalities
    )
