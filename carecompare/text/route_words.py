"""Words of the questions of council and meetings, each followed in steps."""

from __future__ import annotations

ROUTES = {
    "rate": "認定率が高いのはなぜか",
    "resources": "資源は足りているか",
    "future": "2040年に何が起きるか",
    "similar": "似た町は何をしているか",
    "trust": "数字は信頼できるか",
}
