"""What is said where the insured of a town are others than its residents."""

from __future__ import annotations

from carecompare.text.format import era_year, number

FEWER = (
    "{own}の85歳以上は、第1号被保険者（{insured_year}末）が{insured}人で、国勢調査（{census_year}）の{residents}人より"
    "{difference}人少なく、認定率のもとになる人と住んでいる人が違います。"
    "よその市区町村から施設に入った人が元の市区町村の被保険者のままでいること（住所地特例）などが考えられます。"
)
MORE = (
    "{own}の85歳以上は、第1号被保険者（{insured_year}末）が{insured}人で、国勢調査（{census_year}）の{residents}人より"
    "{difference}人多く、認定率のもとになる人と住んでいる人が違います。"
    "避難などで町の外に住む人が被保険者のままでいることなどが考えられます。"
)


def insured_beside_census(
    own: str, way: str, insured: float, insured_year: int, residents: float, census_year: int
) -> str:
    """Return how many more or fewer are insured than the census counted."""
    return (FEWER if way == "fewer" else MORE).format(
        own=own,
        insured=number(insured),
        insured_year=era_year(insured_year, fiscal=True),
        residents=number(residents),
        census_year=era_year(census_year),
        difference=number(abs(insured - residents)),
    )
