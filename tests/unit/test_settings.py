import pytest

from carecompare.errors import CareCompareError
from carecompare.settings import MODE_VARIABLE, MODES, mode
from carecompare.text.errors.explain import sentence


def test_an_office_shares_its_figures_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(MODE_VARIABLE, raising=False)
    assert mode() == "shared"
    monkeypatch.setenv(MODE_VARIABLE, "")
    assert mode() == "shared"


@pytest.mark.parametrize("given", MODES)
def test_each_mode_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(MODE_VARIABLE, given)
    assert mode() == given


def test_a_mode_that_does_not_exist_is_said_with_those_that_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODE_VARIABLE, "share")
    with pytest.raises(CareCompareError) as caught:
        mode()
    assert sentence(caught.value) == (
        "設定CARECOMPARE_MODEの値「share」は使えません。shared、session、readonlyのどれかにしてください。"
    )
