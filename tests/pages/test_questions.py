"""議会・会議の問い: five questions, each step with a sentence, a view and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.text.topics.route_words import ROUTES, STEPS
from carecompare.text.words import PAGES
from carecompare.views.files.questions import ROUTE_STEPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/questions.py"
ALL = [(route, number) for route in ROUTES for number in range(1, len(STEPS[route]) + 1)]
VILLAGE, EMPTIED, MEMBER, ISLAND = "46523", "07546", "31389", "13402"


def sentence(app: AppTest) -> str:
    return next(str(each.value) for each in app.markdown if str(each.value).startswith("**")).replace(
        "\\", ""
    )


def test_every_question_has_three_to_six_steps_with_words_and_a_page() -> None:
    assert list(ROUTE_STEPS) == list(ROUTES) == list(STEPS)
    for route, steps in ROUTE_STEPS.items():
        assert 3 <= len(steps) <= 6
        assert len(steps) == len(STEPS[route])
        for step in steps:
            assert step.page in PAGES


@pytest.mark.parametrize(("route", "number"), ALL)
def test_every_step_says_a_sentence_shows_a_view_and_leads_on(opened: Opens, route: str, number: int) -> None:
    app = opened(PAGE, own="15202", route=route, step=str(number))
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert app.header[0].value == f"{number}. {STEPS[route][number - 1][0]}"
    assert "長岡市" in sentence(app) or "先進10事例" in sentence(app) or "市区町村" in sentence(app)
    assert "<table" in "".join(str(each.proto.body) for each in app.get("html"))
    way = [each.proto.label for each in app.get("page_link") if "詳しく見る" in each.proto.label]
    assert way == [f"「{PAGES[ROUTE_STEPS[route][number - 1].page][0]}」のページで詳しく見る"]


@pytest.mark.parametrize("own", [EMPTIED, ISLAND])
@pytest.mark.parametrize("route", ROUTES)
def test_a_town_with_few_figures_is_answered_honestly(opened: Opens, own: str, route: str) -> None:
    app = opened(PAGE, own=own, route=route)
    for number in range(1, len(STEPS[route]) + 1):
        assert not app.exception
        assert sentence(app).strip("*")
        if number < len(STEPS[route]):
            app.button(key="questions_next").click().run()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("15202", "「高い」という前提には当たりません"),
        (EMPTIED, "問いのとおり、全国より高い値です"),
        (MEMBER, "南部箕蚊屋広域連合全体の値です"),
        (ISLAND, "割合を示しません"),
    ],
)
def test_the_first_question_does_not_take_for_granted_that_the_rate_is_high(
    opened: Opens, own: str, said: str
) -> None:
    app = opened(PAGE, own=own, route="rate")
    assert said in sentence(app)
    assert app.button_group(key="choice_route").value == "rate"


def test_the_link_of_a_step_opens_the_same_view_on_its_page(opened: Opens) -> None:
    app = opened(PAGE, own="15202", vs="prefecture", route="rate", step="4")
    title = app.subheader[0].value
    assert app.query_params["item"] == "certification_rate_level_3_and_over"
    query = {name: app.query_params[name] for name in ("own", "vs", "item")}
    assert opened("pages/care_need.py", **query).subheader[0].value == title


def test_steps_are_walked_with_next_and_back_and_chosen_from_the_list(opened: Opens) -> None:
    app = opened(PAGE, own="15202", route="future")
    assert "questions_previous" not in {each.key for each in app.button}
    app.button(key="questions_next").click().run()
    assert app.header[0].value.startswith("2. ")
    app.button_group(key="choice_step").set_value("5").run()
    assert app.header[0].value.startswith("5. ")
    assert "questions_next" not in {each.key for each in app.button}
    app.button(key="questions_previous").click().run()
    assert app.header[0].value.startswith("4. ")
    app.button_group(key="choice_route").set_value("trust").run()
    assert app.header[0].value == "1. 自町の値はそろっているか"


def test_a_year_or_a_population_chosen_elsewhere_does_not_part_sentence_and_view(opened: Opens) -> None:
    app = opened(PAGE, own="15202", route="resources", step="1", year="2000", basis="65_and_over")
    assert "令和7年（2025年）に18.9%" in sentence(app)
    assert "18.9%" in app.subheader[0].value


def test_similar_towns_become_the_comparators_with_one_click(opened: Opens) -> None:
    app = opened(PAGE, own="15202", route="similar")
    app.button(key="questions_similar").click().run()
    assert app.query_params["vs"] == "similar"
    assert not app.exception


@pytest.mark.parametrize(
    ("route", "step", "said"), [("why", "1", "はじめの問い"), ("rate", "０", "はじめの段")]
)
def test_a_link_with_a_mistake_opens_and_says_so(opened: Opens, route: str, step: str, said: str) -> None:
    app = opened(PAGE, own="15202", route=route, step=step)
    assert not app.exception
    assert said in app.warning[0].value


def test_a_step_beyond_the_last_is_the_last(opened: Opens) -> None:
    assert opened(PAGE, own="15202", route="similar", step="9").header[0].value.startswith("4. ")


@pytest.mark.parametrize("route", ROUTES)
def test_whoever_stands_alone_is_answered_without_comparators(opened: Opens, route: str) -> None:
    app = opened(PAGE, own="15202", vs="free", route=route)
    for number in range(1, len(STEPS[route]) + 1):
        assert not app.exception
        assert not app.error
        assert sentence(app).strip("*")
        if number < len(STEPS[route]):
            app.button(key="questions_next").click().run()


def test_without_an_own_municipality_the_page_says_how_to_choose_one(opened: Opens) -> None:
    app = opened(PAGE)
    assert not app.exception
    assert "自分の市区町村" in app.info[0].value
