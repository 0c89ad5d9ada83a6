"""The style of the worksheet, on screen and on A4."""

from __future__ import annotations

WORKSHEET_STYLE = """<style>
.cc-ws { font-size: .92rem; line-height: 1.6; overflow-wrap: anywhere; }
.cc-ws p { margin: 0 0 .2rem 0; }
.cc-ws .title { font-weight: 700; color: #1F2430; margin: 0; }
.cc-ws .title span { font-weight: 400; }
.cc-ws .mark { border: 1px solid #8A94A6; border-radius: 3px; padding: 0 .3rem; font-size: .74rem;
  color: #4A5263; margin-left: .5em; display: inline-block; line-height: 1.5; }
.cc-ws .unsaved { border: 1px solid #C8102E; border-radius: 3px; padding: 0 .3rem; font-size: .74rem;
  color: #C8102E; margin-left: .5em; }
.cc-ws .ask { color: #4A5263; font-size: .8rem; }
.cc-ws .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.cc-ws .last { border-left: 3px solid #D9DEE7; padding-left: .7rem; color: #4A5263; }
.cc-ws .year { font-size: .78rem; color: #4A5263; }
.cc-ws .written { white-space: pre-wrap; }
.cc-ws .where { color: #4A5263; font-size: .84rem; }
.cc-ws ul { margin: .2rem 0 .3rem 0; padding-left: 1.2rem; }
.cc-ws li { font-size: .84rem; line-height: 1.5; margin: 0 0 .25rem 0; }
.cc-ws li small { display: block; color: #4A5263; }
@media (max-width: 640px) { .cc-ws .pair { grid-template-columns: 1fr; } }
@media print {
  @page { size: A4 portrait; margin: 12mm; }
  .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"], [data-testid="stMainBlockContainer"] {
    position: static !important; display: block !important; overflow: visible !important;
    height: auto !important; max-width: none !important; padding: 0 !important; }
  [data-testid="stButton"], [data-testid="stPopover"], [data-testid="stExpander"], [data-testid="stTextArea"],
  [data-testid="stTextInput"], [data-testid="stButtonGroup"], [data-testid="stSelectbox"],
  [data-testid="stCheckbox"], [data-testid="stDownloadButton"], [data-testid="stHeader"],
  [data-testid="stToolbar"], [data-testid="stElementToolbar"], [data-testid="stAlert"] {
    display: none !important; }
  [data-testid="stColumn"]:has([data-testid="stButton"]):not(:has(.cc-ws)) { display: none !important; }
  .st-key-worksheet_controls, .st-key-worksheet_saving { display: none !important; }
  [class*="st-key-worksheet_line_"] { break-inside: avoid; padding: .3rem .5rem !important; }
  .cc-ws .ask, .cc-ws li small a { display: none; }
  h2, h3, [data-testid="stElementContainer"]:has(h2), [data-testid="stElementContainer"]:has(h3) {
    break-after: avoid; }
}
</style>"""
