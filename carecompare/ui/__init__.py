"""Streamlit pieces. A page imports from here and nothing else."""

from carecompare.text import outlook_words, words
from carecompare.ui.aging import (
    show_course,
    show_document_figures,
    show_households,
    show_level,
    show_levels_table,
    show_peer_caution,
)
from carecompare.ui.blocks import section
from carecompare.ui.care_need import show_certification, show_certification_switch
from carecompare.ui.change_log import show_change_log, show_row_notes
from carecompare.ui.data_health import show_ages, show_coverage, show_gaps, show_prefectures
from carecompare.ui.finance import show_finance
from carecompare.ui.frame import page, page_top
from carecompare.ui.home import show_home
from carecompare.ui.importing import show_import, show_undo
from carecompare.ui.initiatives import show_cards, show_field_matrix, show_matrix
from carecompare.ui.outlook import show_outlook
from carecompare.ui.passport import show_passport
from carecompare.ui.resources import show_field_profile, show_resource, show_switches
from carecompare.ui.sources import show_definitions
from carecompare.ui.waiting import show_waiting

__all__ = [
    "outlook_words",
    "page",
    "page_top",
    "section",
    "show_ages",
    "show_cards",
    "show_certification",
    "show_certification_switch",
    "show_change_log",
    "show_course",
    "show_coverage",
    "show_definitions",
    "show_document_figures",
    "show_field_matrix",
    "show_field_profile",
    "show_finance",
    "show_gaps",
    "show_home",
    "show_households",
    "show_import",
    "show_level",
    "show_levels_table",
    "show_matrix",
    "show_outlook",
    "show_passport",
    "show_peer_caution",
    "show_prefectures",
    "show_resource",
    "show_row_notes",
    "show_switches",
    "show_undo",
    "show_waiting",
    "words",
]
