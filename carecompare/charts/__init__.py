"""Pictures: a frame and a definition become an Altair chart, one picture per function.

A picture carries no title, legend line or source: the page prints them around it. Its width follows the
page; positions that depend on the width are expressions of it, so that one picture serves desk and phone.
"""

from carecompare.charts.course import DocumentPoint, course
from carecompare.charts.household_bars import household_bars
from carecompare.charts.plain_data import use_plain_data
from carecompare.charts.ranked_bars import ranked_bars
from carecompare.charts.strips import strips

use_plain_data()

__all__ = ["DocumentPoint", "course", "household_bars", "ranked_bars", "strips"]
