"""The style sheets of the pages. Colours are those of the charts."""

from __future__ import annotations

from carecompare.text.data.import_words import UPLOAD_CHOOSE, UPLOAD_LIMIT

STAGE_STYLE = """<style>
section[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],
[data-testid="stExpandSidebarButton"],
[data-testid="stElementToolbar"] { display: none !important; }
.block-container, .stMainBlockContainer { padding: 1.6vh 2.2vw 0 2.2vw !important;
  max-width: none !important; }
[data-testid="stMain"] { overflow: hidden auto; }
.st-key-present_stage { min-height: 97vh; gap: .4vh !important; }
.cc-stage h1 { font-size: 5vh !important; line-height: 1.26 !important; color: #14171D;
  padding: 0 !important;
  margin: 0 0 .6vh 0 !important; font-weight: 700; }
.cc-stage p { font-size: 2.2vh; line-height: 1.35; margin: 0; color: #3B4252;
  display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.cc-stage-foot { position: fixed; left: 2.2vw; right: 2.2vw; bottom: 5.4vh; display: flex; gap: 2vw;
  align-items: end; background: #FFFFFF; }
.cc-stage-foot p { flex: 1; font-size: 1.7vh; line-height: 1.35; margin: 0; color: #3B4252;
  display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.cc-stage-foot b { font-size: 2.6vh; white-space: nowrap; color: #3B4252;
  font-variant-numeric: tabular-nums; }
.cc-clock.over { color: #FFFFFF !important; background: #C8102E; padding: 0 .4em; border-radius: 4px; }
.cc-qr img { height: 12vh; width: 12vh; display: block; }
.st-key-present_ways { position: fixed; bottom: .8vh; right: 2.2vw; left: 2.2vw; justify-content: flex-end;
  width: auto !important; flex-wrap: nowrap; }
.st-key-present_ways button, .cc-full, .cc-reset { min-height: 1.9rem; font-size: .9rem; padding: 0 .9rem; }
.cc-full, .cc-reset { background: #FFFFFF; border: 1px solid #B9C2D0; border-radius: 8px; cursor: pointer;
  margin-right: .5rem; color: #20242C; }
.st-key-present_keys, .st-key-present_shapes { position: fixed; left: -200vw; }
.st-key-present_picture table.cc { font-size: 2.5vh; line-height: 1.35; min-width: 0; table-layout: fixed; }
.st-key-present_picture table.cc :is(th, td) { font-size: 1em !important; min-width: 0 !important;
  vertical-align: middle; padding: .2em .4em; overflow-wrap: anywhere; }
.st-key-present_picture table.cc thead th { white-space: normal; }
.st-key-present_picture table.cc caption { font-size: 1.8vh; }
.st-key-present_picture .cc-scroll { overflow: visible; }
.st-key-present_picture .cc-tall { max-height: none; }
@media (max-width: 640px) {
  .cc-stage h1 { font-size: 1.35rem !important; }
  .cc-stage p { font-size: .9rem; }
  .cc-stage-foot { position: static; }
  .cc-stage-foot p { font-size: .8rem; }
  .cc-stage-foot b { font-size: .95rem; }
  .st-key-present_ways { position: static; flex-wrap: wrap; }
}
@media print { .st-key-present_ways, .st-key-present_keys, .st-key-present_shapes { display: none; } }
</style>"""

LIST_STYLE = """<style>
[class*="st-key-present_from_"] button { min-height: 1.8rem; padding: .1rem .3rem; text-align: left;
  justify-content: flex-start; }
[class*="st-key-present_from_"] button > div { justify-content: flex-start; text-align: left; }
</style>"""
PAGE_STYLE = """<style>
.stElementContainer[class*="st-key-cc_again_"] { display: none; }
.block-container, .stMainBlockContainer { padding: 1.2rem 2rem 3rem 2rem !important; max-width: 1600px; }
h1 { font-size: 1.55rem !important; padding: 0 0 .3rem 0 !important; }
h2 { font-size: 1.25rem !important; padding: .9rem 0 .3rem 0 !important; border-bottom: 2px solid #3B4252;
  margin-bottom: .7rem !important; }
h3 { font-size: 1.12rem !important; line-height: 1.45 !important; padding: .3rem 0 .35rem 0 !important; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p {
  color: #5B6578 !important; opacity: 1; }
/* What is chosen in a box of several is read whole. */
[data-testid="stMultiSelectTagsContainer"] [data-tag] { max-width: 100%; height: auto; }
[data-testid="stMultiSelectTagsContainer"] [data-tag] > span { max-width: none; white-space: normal; }
.cc-brand { font-weight: 700; font-size: 1.1rem; color: #1F2430; }
.cc-brand span { display: block; font-weight: 400; font-size: .8rem; color: #4A5263; }
.cc-menu { color: #4A5263; font-size: .72rem; line-height: 1.2; margin: .05rem 0 0 0; }
/* The whole menu stands on a screen 768 px high. Streamlit lets links in a column overlap; each is a target
   of 24 px or more (WCAG 2.2, 2.5.8). */
[data-testid="stSidebarHeader"] { height: 0 !important; margin: 0 !important; padding: 0 !important; }
[data-testid="stSidebarCollapseButton"] { position: absolute; top: .7rem; right: .7rem; z-index: 2; }
[data-testid="stSidebarUserContent"] { padding: 1rem 0 1rem 0 !important; }
[data-testid="stSidebarUserContent"] > div > [data-testid="stVerticalBlock"] { gap: .5rem !important; }
section[data-testid="stSidebar"] [data-testid="stElementContainer"]:has([data-testid="stPageLink"]) {
  margin: 0 !important; }
section[data-testid="stSidebar"] [data-testid="stPageLink"] a { min-height: 24px !important;
  height: 24px !important; padding-top: 0 !important; padding-bottom: 0 !important; }
.st-key-cc_open_family [data-testid="stPageLink"] a { background: #DFE7F1; }
[class*="st-key-cc_open_"] [data-testid="stPageLink"] a :is(span, p) { color: #1F2430; font-weight: 700; }
.st-key-cc_tabs { border-bottom: 1px solid #B9C2D0; flex-wrap: wrap; }
.st-key-cc_tabs [data-testid="stElementContainer"] { margin: 0 !important; }
.st-key-cc_tabs [data-testid="stPageLink"] a { min-height: 32px; padding: 0 .9rem; border-radius: 0;
  border-bottom: 3px solid transparent; background: transparent; }
.st-key-cc_tabs [data-testid="stPageLink"] a:hover { background: #EEF1F5; }
.st-key-cc_open_tab [data-testid="stPageLink"] a { border-bottom-color: #3B4252; }
.cc-note { color: #4A5263; font-size: .84rem; line-height: 1.55; margin: 0 0 .3rem 0;
  overflow-wrap: anywhere; }
.cc-scroll { overflow-x: auto; }
.cc-tall { max-height: 46rem; overflow-y: auto; }
table.cc { border-collapse: collapse; width: 100%; font-size: .82rem; font-variant-numeric: tabular-nums; }
table.cc caption { text-align: left; color: #4A5263; font-size: .82rem; padding: 0 0 .25rem 0; }
table.cc th, table.cc td { border-bottom: 1px solid #D9DEE7; padding: .26rem .38rem; vertical-align: top; }
table.cc thead th { position: sticky; top: 0; background: #F4F6F9; color: #3B4252; font-weight: 600;
  white-space: nowrap; z-index: 1; }
table.cc tbody th { text-align: left; font-weight: 400; min-width: 6.5em; }
table.cc .n { text-align: right; white-space: nowrap; }
table.cc .c { text-align: center; }
table.cc tr.own th, table.cc tr.own td, table.cc td.own, table.cc th.own { font-weight: 700; color: #C8102E; }
table.cc tr.group th { background: #EEF1F5; font-weight: 600; color: #3B4252; }
table.cc tbody td.faint { color: #6B7280; font-weight: 400; font-size: .76rem; }
table.cc.worded td:not(.n) { min-width: 7em; }
table.cc.definitions { min-width: 60rem; }
table.cc.definitions td { overflow-wrap: anywhere; min-width: 4.2em; }
table.cc.definitions td:last-child { font-size: .72rem; min-width: 8em; }
table.cc.matrix td { font-size: 1rem; padding: .18rem .2rem; }
table.cc.matrix thead th { white-space: normal; min-width: 3.6rem; text-align: center; }
table.cc.heat th, table.cc.heat td { padding: .16rem .34rem; }
table.cc.heat thead th, table.cc.side thead th { white-space: normal; min-width: 4.6rem; text-align: right; }
table.cc.heat thead th:first-child { text-align: left; }
table.cc td.shade1 { background: #EEF1F5; }
table.cc td.shade2 { background: #D3D9E2; }
table.cc td.shade3 { background: #8A94A6; color: #000000; }
table.cc td.shade4 { background: #3B4252; color: #FFFFFF; }
table.cc.initiatives { min-width: 54rem; }
table.cc.initiatives th, table.cc.initiatives td { overflow-wrap: anywhere; }
table.cc.initiatives td:nth-child(3) { min-width: 12em; }
.cc-links a { overflow-wrap: anywhere; }
table.cc.log td { overflow-wrap: anywhere; }
table.cc.log td:nth-child(2) { min-width: 9.5em; }
table.cc.log td:nth-child(3) { min-width: 15em; }
table.cc.log td:last-child { min-width: 16em; }
table.cc td a { color: inherit; text-decoration: underline dotted #8A94A6; text-underline-offset: 3px; }
table.cc td a:hover { text-decoration-style: solid; }
.cc-details > summary { cursor: pointer; color: #0B5394; font-size: .84rem; min-height: 24px;
  line-height: 24px; width: fit-content; }
.cc-details > summary:hover { text-decoration: underline; }
.cc-more { font-size: .84rem; margin: 0 0 .3rem 0; }
.cc-more summary { cursor: pointer; color: #0B5394; min-height: 24px; line-height: 24px; width: fit-content; }
.cc-more summary:hover { text-decoration: underline; }
.cc-passports { padding-left: 1.1rem; margin: 0; font-size: .84rem; line-height: 1.6; }
.cc-fact { margin: .1rem 0 .45rem 0; line-height: 1.6; }
.cc-fact small { color: #4A5263; display: block; line-height: 1.45; overflow-wrap: anywhere; }
.cc-after { border: 1px solid #3B4252; border-radius: 3px; padding: 0 .3rem; font-size: .75rem;
  color: #3B4252; white-space: nowrap; }
.cc-legend { font-size: .84rem; color: #20242C; }
.cc-legend p { margin: 0 0 .2rem 0; color: #4A5263; }
.cc-legend ul { list-style: none; margin: 0 0 .5rem 0; padding: 0; }
.cc-legend li, .cc-legend p { font-size: .82rem; }
.cc-legend li { display: flex; align-items: center; gap: .5em; line-height: 1.5; margin: 0 0 .1rem 0; }
.cc-legend small { margin-left: auto; color: #4A5263; white-space: nowrap; }
.cc-swatch { display: inline-block; flex: none; width: 1.9em; height: 1.15em; border: 1px solid #5B6578;
  text-align: center; line-height: 1.1em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.cc-scale { border: 2px solid #20242C; border-top: 0; height: .45rem; margin: .1rem 0 .15rem 0; }
[data-testid="stPopoverBody"] [role="radiogroup"] { gap: .1rem !important; }
[data-testid="stPopoverBody"] [role="radiogroup"] label { padding: 0 !important; }
/* What a picture can be used for stands on a screen 768 px high, above or below its button. */
[class*="st-key-use_"], [class*="st-key-use_"] [data-testid="stVerticalBlock"] { gap: .3rem !important; }
[class*="st-key-use_"] [data-testid="stHorizontalBlock"] { gap: .4rem !important; flex-wrap: nowrap; }
[class*="st-key-use_"] [data-testid="stColumn"] { min-width: 0 !important; flex: 1 1 0 !important; }
[class*="st-key-use_"] button { min-height: 1.95rem !important; padding: .15rem .2rem !important; }
[class*="st-key-use_"] { min-width: 15.5rem; }
[class*="st-key-use_"] [data-testid="stColumn"] button p { font-size: .84rem; }
/* Under a picture: the notes, with the buttons beside them from 44rem on, else all of them below. */
[class*="st-key-foot_"] > [data-testid="stElementContainer"] {
  flex: 1 1 calc((44rem - 100%) * 999); min-width: 0; }
/* The own row of a long list stays in sight wherever the list is scrolled to. */
table.cc.ranking tr.own :is(th, td) { position: sticky; top: 1.9rem; bottom: 0; background: #FFF6F7; }
table.cc.glossary td:nth-child(3) { min-width: 16em; }
table.cc.places tbody th { min-width: 2em; }
table.cc.places th:nth-child(2), table.cc.places td:nth-child(2) { text-align: left; }
.cc-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .7rem; }
.cc-card { border: 1px solid #D9DEE7; border-radius: 6px; padding: .6rem .8rem; break-inside: avoid; }
.cc-card h4 { font-size: .98rem; margin: 0; padding: 0; color: #20242C; }
.cc-card p { margin: .15rem 0; font-size: .84rem; line-height: 1.5; color: #20242C; }
.cc-card .cc-small { color: #4A5263; }
.cc-card b { color: #3B4252; }
.cc-part { display: grid; grid-template-columns: 1fr auto; font-size: .82rem; margin: .1rem 0 .3rem 0; }
.cc-part i { grid-column: 1 / 3; display: block; height: 6px; background: #5B6578; border-radius: 2px;
  min-width: 1px; }
.cc-part small { grid-column: 1 / 3; color: #4A5263; font-size: .78rem; }
/* What a button says is never cut: it stands whole, and its column is as wide as it. */
[data-testid="stMain"] :is([data-testid="stButton"], [data-testid="stDownloadButton"],
  [data-testid="stPopover"], [data-testid="stPageLink"]) :is(button, a) :is(div, span, p) {
  overflow: visible !important; }
[data-testid="stMain"] [data-testid="stPageLink"] a {
  max-width: none !important; overflow: visible !important; }
@media (min-width: 641px) {
  [data-testid="stMain"] [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"] :is(button,
  [data-testid="stPageLink"])):not(:has(table, [data-testid="stVegaLiteChart"],
  [data-testid="stDeckGlJsonChart"])) { flex-wrap: nowrap !important; }
  [data-testid="stMain"] [data-testid="stHorizontalBlock"]:not(:has(table,
  [data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"])) >
  [data-testid="stColumn"]:has(:is([data-testid="stButton"],
  [data-testid="stDownloadButton"], [data-testid="stPageLink"], [data-testid="stPopover"])) {
    min-width: min-content !important; }
}
/* A picture of the papers, as small as lets it be told from the others. */
[class*="st-key-thumbnail_"] { max-height: 7rem; overflow: hidden; }
[class*="st-key-thumbnail_"] [data-testid="stVegaLiteChart"] { zoom: .24; pointer-events: none; }
/* A projector: half of its width is too narrow for a picture or its table. */
@media (max-width: 1199px) {
  [data-testid="stHorizontalBlock"]:not(:has([class*="st-key-thumbnail_"])):has(> [data-testid="stColumn"]
  :is([data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"])) { flex-wrap: wrap !important; }
  [data-testid="stHorizontalBlock"]:not(:has([class*="st-key-thumbnail_"])):has(> [data-testid="stColumn"]
  :is([data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"])) > [data-testid="stColumn"] {
    flex: 1 1 100% !important; min-width: 100% !important; }
}
@media (max-width: 640px) {
  .block-container, .stMainBlockContainer { padding: 3rem .8rem 2rem .8rem !important; }
  /* Comparators and link share a line, so that the picture comes within the first screen. */
  .st-key-cc_top [data-testid="stHorizontalBlock"] { flex-wrap: wrap !important; gap: .4rem !important; }
  .st-key-cc_top [data-testid="stColumn"] { min-width: 0 !important; width: auto !important;
    flex: 0 1 auto !important; }
  .st-key-cc_top [data-testid="stColumn"]:first-child { flex: 1 1 100% !important; margin-bottom: .9rem; }
}
</style>"""


def upload_style(key: str, limit: str = UPLOAD_LIMIT) -> str:
    """Return the style that writes one upload box in Japanese: Streamlit's own words are English.

    Parameters
    ----------
    key : str
        Of the box.
    limit : str
        How much it takes.
    """
    box = f".st-key-{key} [data-testid='stFileUploaderDropzone"
    return f"""<style>
{box}'] button [data-testid="stMarkdownContainer"] p {{ font-size: 0; }}
{box}'] button [data-testid="stMarkdownContainer"] p::after {{
  content: "{UPLOAD_CHOOSE}"; font-size: .93rem; }}
{box}Instructions'] span {{ font-size: 0 !important; }}
{box}Instructions'] span::after {{ content: "{limit}"; font-size: .85rem; }}
</style>"""


WORKSHEET_STYLE = """<style>
table.cc.plan { min-width: 50rem; }
table.cc.plan td { white-space: pre-line; }
table.cc.plan td:nth-child(3) { white-space: nowrap; }
table.cc.progress { min-width: 62rem; }
table.cc.progress td:nth-child(2), table.cc.progress td:nth-child(7) { white-space: nowrap; }
table.cc.progress td:nth-child(8), table.cc.progress td:nth-child(9) { min-width: 11em; }
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
</style>"""
