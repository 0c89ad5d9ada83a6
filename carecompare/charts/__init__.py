"""Pictures: rows and a definition become a Vega-Lite picture, one per function.

A picture carries no title, legend line or source: the page prints them around it. Its width follows the
page; positions that depend on the width are expressions of it, so that one picture serves desk and phone.
"""

from altair.utils import schemapi

from carecompare.charts.class_bars import class_bars
from carecompare.charts.course.chart import DocumentPoint, course
from carecompare.charts.course.line import CourseLine, lines_of
from carecompare.charts.coverage_bars import coverage_bars
from carecompare.charts.exported_lines import ExportedLine, exported_lines
from carecompare.charts.feature_dots import feature_dots, feature_screens
from carecompare.charts.funnel import Dots, funnel_dots, funnel_points
from carecompare.charts.household_bars import household_bars, household_screens
from carecompare.charts.own_values import own_values
from carecompare.charts.parts.screens import lower
from carecompare.charts.plan import Picture
from carecompare.charts.plan_bars import PlanBar, plan_bars
from carecompare.charts.plots import (
    course_plot,
    decomposition_plot,
    households_plot,
    profile_plot,
    prospect_plot,
    ranked_plot,
)
from carecompare.charts.prospect import Prospect, prospect
from carecompare.charts.pyramid import PyramidPanel, pyramids
from carecompare.charts.ranked_bars import ranked_bars, ranked_screens
from carecompare.charts.scatter import Axis, Scattered, ScatterPoint, scatter, scattered
from carecompare.charts.sheet.strips import MOST_TICKS, PeerTicks, peer_ticks, sheet_screens, sheet_strips
from carecompare.charts.state_bars import state_bars
from carecompare.charts.strips.chart import strips, strips_screens
from carecompare.charts.strips.rows import PeersOnStrip, peers_on_strips
from carecompare.charts.then_and_now import then_and_now
from carecompare.charts.waterfall import waterfall

# Checking each part against its schema costs as much as drawing ten; the tests check whole pictures instead.
schemapi.disable_debug_mode()

__all__ = [
    "MOST_TICKS",
    "Axis",
    "CourseLine",
    "DocumentPoint",
    "Dots",
    "ExportedLine",
    "PeerTicks",
    "PeersOnStrip",
    "Picture",
    "PlanBar",
    "Prospect",
    "PyramidPanel",
    "ScatterPoint",
    "Scattered",
    "class_bars",
    "course",
    "course_plot",
    "coverage_bars",
    "decomposition_plot",
    "exported_lines",
    "feature_dots",
    "feature_screens",
    "funnel_dots",
    "funnel_points",
    "household_bars",
    "household_screens",
    "households_plot",
    "lines_of",
    "lower",
    "own_values",
    "peer_ticks",
    "peers_on_strips",
    "plan_bars",
    "profile_plot",
    "prospect",
    "prospect_plot",
    "pyramids",
    "ranked_bars",
    "ranked_plot",
    "ranked_screens",
    "scatter",
    "scattered",
    "sheet_screens",
    "sheet_strips",
    "state_bars",
    "strips",
    "strips_screens",
    "then_and_now",
    "waterfall",
]
