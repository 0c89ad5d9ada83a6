"""A picture cut to what a screen shows from the back of a room."""

from __future__ import annotations

from chart_reading import SHARE, comparison_row, drawn_texts, on_strips
from msgspec.structs import replace

from carecompare.charts import ranked_bars, shortened


def many(count: int) -> list[dict[str, object]]:
    peers = [comparison_row(f"{90001 + place}", f"町{place}", "peer", 20.0 + place) for place in range(count)]
    return [comparison_row("15202", "長岡市", "own", 20.4), *peers]


def test_the_municipalities_around_the_own_one_stay() -> None:
    picture, cut = shortened(ranked_bars(many(30), SHARE), 12)

    names = [each.text for each in drawn_texts(picture, 640) if each.text[0] in "町長"]
    assert cut == (31, 12)
    assert "長岡市" in names
    assert len(names) == 12
    assert "町29" not in names


def test_a_short_list_stays_as_it_is() -> None:
    whole = ranked_bars(many(5), SHARE)

    assert shortened(whole, 12) == (whole, None)


def test_of_strips_those_beyond_chance_stay_in_their_order() -> None:
    indicators = [replace(SHARE, id=f"share_{place}", short_ja=f"割合{place}") for place in range(20)]
    rows = []
    for place, each in enumerate(indicators):
        far = place in {3, 17}
        rows.append(
            comparison_row("15202", "長岡市", "own", 40.0 if far else 30.0, lower=29.0 + 10 * far)
            | {"indicator": each.id, "upper": 31.0 + 10 * far}
        )
        rows += [
            comparison_row(f"9000{peer}", f"町{peer}", "peer", 28.0 + peer) | {"indicator": each.id}
            for peer in range(5)
        ]
    picture, cut = shortened(on_strips(rows, indicators), 12)

    names = [each.text for each in drawn_texts(picture, 960) if each.text.startswith("割合")]
    assert cut == (20, 7)
    assert len(names) == 7
    assert names[:4] == ["割合0", "割合1", "割合2", "割合3"]
    assert names[-1] == "割合17"
