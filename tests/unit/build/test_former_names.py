"""A name that was given up leads to the municipality of today, over any number of steps."""

from __future__ import annotations

import pandas as pd

from carecompare.build.former_names import former_names
from carecompare.sources.places import CODE_CHANGE_COLUMNS
from carecompare.tables import AREAS


def followed(*changes: tuple[str, str, str, str, str]) -> set[tuple[str, str]]:
    events = [(date, "absorption", *each) for date, *each in changes]
    areas = [
        ("15202", "municipality", "長岡市", "ながおかし", "15", "新潟県", 37.4, 138.8),
        ("15204", "municipality", "三条市", "さんじょうし", "15", "新潟県", 37.6, 138.9),
        ("15", "prefecture", "新潟県", "", "15", "新潟県", 0.0, 0.0),
    ]
    found = former_names(
        pd.DataFrame(events, columns=list(CODE_CHANGE_COLUMNS)),
        pd.DataFrame(areas, columns=list(AREAS.columns)),
    )
    return set(found.itertuples(index=False, name=None))


def test_a_name_is_followed_through_later_changes_and_a_code_given_again_is_another() -> None:
    assert followed(
        ("1980-04-01", "15901", "い村", "15902", "ろ町"),
        ("2005-04-01", "15902", "ろ町", "15202", "長岡市"),
        ("1970-04-01", "15902", "は村", "15204", "三条市"),
    ) == {("い村", "15202"), ("ろ町", "15202"), ("は村", "15204")}


def test_one_that_was_divided_has_both_and_what_leads_nowhere_is_left_out() -> None:
    assert followed(
        ("2006-04-01", "15903", "に町", "15202", "長岡市"),
        ("2006-04-01", "15903", "に町", "15204", "三条市"),
        ("2006-04-01", "15101", "ほ区", "15108", "へ区"),
        ("1990-04-01", "15904", "長岡市", "15202", "長岡市"),
    ) == {("に町", "15202"), ("に町", "15204")}
