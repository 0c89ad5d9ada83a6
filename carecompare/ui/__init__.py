"""Streamlit pieces. A page imports from here and nothing else."""

from carecompare.text import decomposition_words, outlook_words, paper_words, sheet_words, supply_words, words
from carecompare.ui.aging import (
    show_course,
    show_document_figures,
    show_households,
    show_level,
    show_levels_table,
    show_peer_caution,
)
from carecompare.ui.analysis_sheet import show_sheet, show_sheet_switches, show_sheet_table
from carecompare.ui.blocks import section
from carecompare.ui.care_need import show_certification, show_certification_switch, show_chance
from carecompare.ui.change_log import show_change_log, show_row_notes
from carecompare.ui.country import show_country
from carecompare.ui.data_health import show_ages, show_coverage, show_gaps, show_prefectures
from carecompare.ui.decomposition import show_against, show_decomposition
from carecompare.ui.finance import show_finance
from carecompare.ui.find_initiatives import show_find_initiatives
from carecompare.ui.findings import show_findings
from carecompare.ui.frame import page
from carecompare.ui.frozen import show_frozen
from carecompare.ui.history import show_visit
from carecompare.ui.home import show_home
from carecompare.ui.importing import show_import, show_undo
from carecompare.ui.initiatives import show_cards, show_field_matrix, show_matrix
from carecompare.ui.loading import get_ready
from carecompare.ui.map import show_map
from carecompare.ui.mieruka import show_mieruka
from carecompare.ui.office_positions import show_positions
from carecompare.ui.outlook import show_outlook
from carecompare.ui.own_data import show_own_data
from carecompare.ui.own_initiatives import show_own_initiatives
from carecompare.ui.page_top import page_top
from carecompare.ui.papers import show_papers
from carecompare.ui.papers_pdf import show_face_pdf, show_pair_pdf, show_sheet_pdf
from carecompare.ui.passport import show_passport
from carecompare.ui.peer_settings import show_peer_settings
from carecompare.ui.peers import show_peers, show_reasons
from carecompare.ui.present import show_present
from carecompare.ui.questions import show_questions
from carecompare.ui.registered_cards import show_registered_cards
from carecompare.ui.resources import show_field_profile, show_resource, show_switches
from carecompare.ui.saved_sets import show_saved_sets
from carecompare.ui.series import show_rate_series, show_resource_series
from carecompare.ui.sources import show_definitions
from carecompare.ui.supply import show_supply
from carecompare.ui.waiting import show_waiting
from carecompare.ui.worksheet import show_worksheet

__all__ = [
    "decomposition_words",
    "get_ready",
    "outlook_words",
    "page",
    "page_top",
    "paper_words",
    "section",
    "sheet_words",
    "show_against",
    "show_ages",
    "show_cards",
    "show_certification",
    "show_certification_switch",
    "show_chance",
    "show_change_log",
    "show_country",
    "show_course",
    "show_coverage",
    "show_decomposition",
    "show_definitions",
    "show_document_figures",
    "show_face_pdf",
    "show_field_matrix",
    "show_field_profile",
    "show_finance",
    "show_find_initiatives",
    "show_findings",
    "show_frozen",
    "show_gaps",
    "show_home",
    "show_households",
    "show_import",
    "show_level",
    "show_levels_table",
    "show_map",
    "show_matrix",
    "show_mieruka",
    "show_outlook",
    "show_own_data",
    "show_own_initiatives",
    "show_pair_pdf",
    "show_papers",
    "show_passport",
    "show_peer_caution",
    "show_peer_settings",
    "show_peers",
    "show_positions",
    "show_prefectures",
    "show_present",
    "show_questions",
    "show_rate_series",
    "show_reasons",
    "show_registered_cards",
    "show_resource",
    "show_resource_series",
    "show_row_notes",
    "show_saved_sets",
    "show_sheet",
    "show_sheet_pdf",
    "show_sheet_switches",
    "show_sheet_table",
    "show_supply",
    "show_switches",
    "show_undo",
    "show_visit",
    "show_waiting",
    "show_worksheet",
    "supply_words",
    "words",
]
