"""The figures of a picture for charts that office programs can edit."""

from __future__ import annotations

from chart_reading import NAN, SHARE, comparison_row

from carecompare.charts import ranked_plot


def test_municipalities_run_from_the_highest_and_only_prefecture_and_nation_are_lines() -> None:
    rows = [
        comparison_row("15202", "長岡市", "own", 31.4),
        comparison_row("44208", "竹田市", "peer", 48.3),
        comparison_row("31389", "南部町", "peer", NAN),
        comparison_row("15", "新潟県", "reference", 32.8),
        comparison_row("00", "全国", "reference", 28.6),
    ]
    plot = ranked_plot(rows, SHARE)
    assert plot.categories == ("竹田市", "長岡市", "南部町")
    assert plot.series[0].values == (48.3, 31.4, None)
    assert plot.own == 1
    assert plot.references == (("新潟県", 32.8), ("全国", 28.6))
