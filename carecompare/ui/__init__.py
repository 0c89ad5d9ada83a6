"""Streamlit pieces. A page imports from here and nothing else."""

from carecompare.text import words
from carecompare.text.files import paper_words
from carecompare.text.topics import aging_words, decomposition_words, outlook_words, sheet_words, supply_words
from carecompare.ui.frame.loading import get_ready
from carecompare.ui.frame.page import page
from carecompare.ui.frame.top import page_top
from carecompare.ui.pages.accessibility import show_accessibility
from carecompare.ui.pages.aging import (
    show_course,
    show_document_figures,
    show_households,
    show_level,
    show_level_switches,
    show_levels_table,
    show_outlook,
    show_peer_caution,
)
from carecompare.ui.pages.analysis_sheet import show_sheet, show_sheet_switches, show_sheet_table
from carecompare.ui.pages.care_need import (
    show_certification,
    show_certification_switch,
    show_chance,
    show_rate_series,
)
from carecompare.ui.pages.data_health.change_log import show_change_log, show_row_notes
from carecompare.ui.pages.data_health.importing import show_import, show_undo
from carecompare.ui.pages.data_health.page import (
    show_ages,
    show_coverage,
    show_doubts,
    show_gaps,
    show_positions,
    show_prefectures,
)
from carecompare.ui.pages.data_health.waiting import show_waiting
from carecompare.ui.pages.decomposition import show_against, show_decomposition, show_supply
from carecompare.ui.pages.figure_book.page import show_figure_book
from carecompare.ui.pages.find_initiatives import show_find_initiatives
from carecompare.ui.pages.findings import show_findings
from carecompare.ui.pages.frozen import show_frozen
from carecompare.ui.pages.glossary import show_glossary
from carecompare.ui.pages.home import show_home
from carecompare.ui.pages.initiatives import show_cards, show_field_matrix, show_matrix, show_registered_cards
from carecompare.ui.pages.map.page import show_map
from carecompare.ui.pages.mieruka import show_mieruka
from carecompare.ui.pages.own_data.page import show_own_data
from carecompare.ui.pages.own_initiatives.page import show_own_initiatives
from carecompare.ui.pages.papers.page import show_papers
from carecompare.ui.pages.passport import show_passport
from carecompare.ui.pages.peers import show_peers, show_reasons
from carecompare.ui.pages.plan.page import show_plan
from carecompare.ui.pages.plan_areas import show_plan_areas
from carecompare.ui.pages.plan_grant import show_plan_grant
from carecompare.ui.pages.plan_outlook import show_plan_outlook
from carecompare.ui.pages.plan_progress.page import show_plan_progress
from carecompare.ui.pages.present import on_screen, show_present
from carecompare.ui.pages.pyramid import show_pyramid
from carecompare.ui.pages.questions import show_questions
from carecompare.ui.pages.ranking import show_ranking
from carecompare.ui.pages.reach.page import show_reach
from carecompare.ui.pages.reach_districts.page import show_reach_districts
from carecompare.ui.pages.reach_offices import show_reach_offices
from carecompare.ui.pages.resources import (
    show_field_profile,
    show_finance,
    show_resource,
    show_resource_series,
    show_switches,
)
from carecompare.ui.pages.scatter import show_scatter
from carecompare.ui.pages.series import show_any_series
from carecompare.ui.pages.side_by_side import show_side_by_side
from carecompare.ui.pages.sources import show_country, show_definitions
from carecompare.ui.pages.worksheet.page import show_worksheet
from carecompare.ui.parts.audit import show_audit
from carecompare.ui.parts.carry import show_carry
from carecompare.ui.parts.history import show_visit
from carecompare.ui.parts.papers_pdf import show_face_pdf, show_pair_pdf, show_sheet_pdf
from carecompare.ui.parts.peer_settings import show_peer_settings
from carecompare.ui.parts.saved_sets import show_saved_sets
from carecompare.ui.parts.widgets import section

__all__ = [
    "aging_words",
    "decomposition_words",
    "get_ready",
    "on_screen",
    "outlook_words",
    "page",
    "page_top",
    "paper_words",
    "section",
    "sheet_words",
    "show_accessibility",
    "show_against",
    "show_ages",
    "show_any_series",
    "show_audit",
    "show_cards",
    "show_carry",
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
    "show_doubts",
    "show_face_pdf",
    "show_field_matrix",
    "show_field_profile",
    "show_figure_book",
    "show_finance",
    "show_find_initiatives",
    "show_findings",
    "show_frozen",
    "show_gaps",
    "show_glossary",
    "show_home",
    "show_households",
    "show_import",
    "show_level",
    "show_level_switches",
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
    "show_plan",
    "show_plan_areas",
    "show_plan_grant",
    "show_plan_outlook",
    "show_plan_progress",
    "show_positions",
    "show_prefectures",
    "show_present",
    "show_pyramid",
    "show_questions",
    "show_ranking",
    "show_rate_series",
    "show_reach",
    "show_reach_districts",
    "show_reach_offices",
    "show_reasons",
    "show_registered_cards",
    "show_resource",
    "show_resource_series",
    "show_row_notes",
    "show_saved_sets",
    "show_scatter",
    "show_sheet",
    "show_sheet_pdf",
    "show_sheet_switches",
    "show_sheet_table",
    "show_side_by_side",
    "show_supply",
    "show_switches",
    "show_undo",
    "show_visit",
    "show_waiting",
    "show_worksheet",
    "supply_words",
    "words",
]
