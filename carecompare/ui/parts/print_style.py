"""The style sheets of paper: what Ctrl+P of a page gives."""

from __future__ import annotations

# Paper holds what a page says, whole, and nothing that can only be clicked.
PRINT_STYLE = """<style>
@media print {
  @page { size: A4 portrait; margin: 11mm; }
  .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"], [data-testid="stMainBlockContainer"] {
    position: static !important; display: block !important; overflow: visible !important;
    height: auto !important; max-width: none !important; padding: 0 !important; }
  /* Pages break between blocks, not inside Streamlit's flexible boxes. */
  [data-testid="stMain"] :is([data-testid="stVerticalBlock"], [data-testid="stHorizontalBlock"],
  [data-testid="stLayoutWrapper"], [data-testid="stColumn"], [data-testid="stElementContainer"],
  [data-testid="stExpanderDetails"], [data-testid="stVegaLiteChart"]) {
    display: block !important; width: auto !important; min-width: 0 !important; max-width: none !important;
    height: auto !important; }
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],
  [data-testid="stElementToolbar"], [data-testid="stExpandSidebarButton"], .cc-more, .st-key-cc_tabs,
  .cc-details > summary, [data-testid="stMain"] :is([data-testid="stButton"],
  [data-testid="stDownloadButton"], [data-testid="stPopover"], [data-testid="stPageLink"],
  [data-testid="stTextArea"],
  [data-testid="stTextInput"], [data-testid="stButtonGroup"], [data-testid="stSelectbox"],
  [data-testid="stMultiSelect"], [data-testid="stSlider"], [data-testid="stCheckbox"],
  [data-testid="stRadio"], [data-testid="stNumberInput"], [data-testid="stDateInput"],
  [data-testid="stFileUploader"], [data-testid="stExpander"] details:not([open]),
  [data-testid="stExpander"] summary) { display: none !important; }
  .cc-details::details-content { content-visibility: visible !important; height: auto !important; }
  .cc-tall { max-height: none !important; overflow: visible !important; }
  .cc-scroll { overflow: visible !important; }
  table.cc { min-width: 0 !important; }
  table.cc thead th { position: static; white-space: normal; }
  table.cc.ranking tr.own :is(th, td) { position: static; }
  table.cc tr, .cc-card, [data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"] {
    break-inside: avoid; }
  table.cc tr.group { break-after: avoid; }
  h1, h2, h3, [data-testid="stHeading"], [data-testid="stElementContainer"]:has(:is(h1, h2, h3)),
  [data-testid="stElementContainer"]:has([data-testid="stCaptionContainer"]) {
    break-after: avoid; break-inside: avoid; }
  :is([data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"]) :is(canvas, svg) {
    max-width: 100% !important; }
  [data-testid="stVegaLiteChart"] svg { height: auto !important; }
  /* A map keeps its shape: its canvas was drawn for the screen. */
  [data-testid="stMain"] [data-testid="stElementContainer"]:has([data-testid="stDeckGlJsonChart"]),
  [data-testid="stFullScreenFrame"]:has([data-testid="stDeckGlJsonChart"]),
  [data-testid="stDeckGlJsonChart"] { height: 150mm !important; }
  [data-testid="stDeckGlJsonChart"] canvas { object-fit: contain; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>"""

# The sheet is wide.
SHEET_PRINT_STYLE = """<style>
.cc-analysis-title { font-weight: 700; font-size: .92rem; margin: 0 0 .2rem 0; color: #1F2430; }
.cc-analysis { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6; font-size: .92rem; }
table.cc.sheet tbody th { min-width: 11em; }
@media print {
  @page { size: landscape; margin: 9mm; }
  [data-testid="stMainBlockContainer"] { zoom: .77; }
  /* An analysis that nobody wrote, and what is only open for writing. */
  [class*="st-key-note_"]:not(:has(.cc-analysis)), [class*="st-key-note_"] [data-testid="stCaptionContainer"],
  [class*="st-key-note_"] [data-testid="stAlert"] { display: none !important; }
  [class*="st-key-note_"] { padding: .4rem .7rem !important; margin: .3rem 0 !important; }
  h2 { margin: .6rem 0 .2rem 0 !important; padding: 0 0 .15rem 0 !important; }
  .cc-note { line-height: 1.4; margin: 0 0 .15rem 0; }
  table.cc th, table.cc td { padding: .12rem .38rem; }
}
@media print and (min-width: 1300px) { [data-testid="stMainBlockContainer"] { zoom: .84; } }
</style>"""

WORKSHEET_PRINT_STYLE = """<style>
@media print {
  [data-testid="stAlert"] { display: none !important; }
  .st-key-worksheet_controls, .st-key-worksheet_saving { display: none !important; }
  [class*="st-key-worksheet_line_"] { break-inside: avoid; padding: .3rem .5rem !important; }
  .cc-ws .ask, .cc-ws li small a { display: none; }
}
</style>"""
