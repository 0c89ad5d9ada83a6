from __future__ import annotations

import ast
from pathlib import Path

from carecompare.text.district_words import DISTRICTS
from carecompare.text.initiative_sentences import INITIATIVE_DATA
from carecompare.text.mesh_words import MESH
from carecompare.text.mieruka_sentences import MIERUKA
from carecompare.text.own_sentences import OWN_DATA

SENTENCES = {*OWN_DATA, *INITIATIVE_DATA, *MIERUKA, *DISTRICTS, *MESH}
PACKAGE = Path(__file__).resolve().parents[3] / "carecompare"


def test_every_problem_of_own_data_has_its_sentence_and_every_sentence_its_problem() -> None:
    nodes = [
        node
        for path in [
            *(PACKAGE / "own").glob("*.py"),
            PACKAGE / "errors.py",
            PACKAGE / "own_commands.py",
            *(PACKAGE / "ui").glob("*.py"),
        ]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    said = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert said >= SENTENCES
    raised = {
        node.args[0].value
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "OwnDataError"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(raised) > 10
    assert raised <= SENTENCES
