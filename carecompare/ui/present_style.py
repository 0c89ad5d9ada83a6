"""How a screen of the presenter looks: letters in parts of the height, the menu away."""

from __future__ import annotations

STAGE_STYLE = """<style>
section[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],
[data-testid="stExpandSidebarButton"],
[data-testid="stElementToolbar"] { display: none !important; }
.block-container, .stMainBlockContainer { padding: 1.6vh 2.2vw 0 2.2vw !important;
  max-width: none !important; }
[data-testid="stMain"] { overflow: hidden auto; }
.st-key-present_stage { min-height: 97vh; gap: .4vh !important; }
.cc-stage h1 { font-size: 5.2vh !important; line-height: 1.28 !important; color: #14171D;
  padding: 0 !important;
  margin: 0 0 .6vh 0 !important; font-weight: 700; }
.cc-stage p { font-size: 2.4vh; line-height: 1.35; margin: 0; color: #3B4252;
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
.st-key-present_keys { position: fixed; left: -200vw; }
.st-key-present_picture table.cc { font-size: 2.7vh; }
.st-key-present_picture table.cc td, .st-key-present_picture table.cc.matrix td { font-size: 1em;
  vertical-align: middle; }
.st-key-present_picture table.cc caption { font-size: 1.8vh; }
.st-key-present_picture table.cc tbody th { min-width: 8em; vertical-align: middle; }
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
@media print { .st-key-present_ways, .st-key-present_keys { display: none; } }
</style>"""

LIST_STYLE = """<style>
[class*="st-key-present_from_"] button { min-height: 1.8rem; padding: .1rem .3rem; text-align: left;
  justify-content: flex-start; }
[class*="st-key-present_from_"] button > div { justify-content: flex-start; text-align: left; }
</style>"""
