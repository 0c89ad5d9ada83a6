from __future__ import annotations

from carecompare.views.base.memory import Memory


def test_what_was_made_once_is_not_made_again() -> None:
    memory = Memory(2)
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    assert [memory.get(name, lambda name=name: make(name)) for name in "aab"] == ["a", "a", "b"]
    assert made == ["a", "b"]


def test_what_was_not_asked_for_longest_goes_first() -> None:
    memory = Memory(2)
    for name in "abac":
        memory.get(name, lambda name=name: name)
    assert memory.get("a", lambda: "made again") == "a"
    assert memory.get("b", lambda: "made again") == "made again"
