from __future__ import annotations

import pytest

from rounds.domain.people.sameness import firm, industry


@pytest.mark.parametrize(
    "spellings",
    [
        [
            "ＡＢＣ商事",
            "ABC商事",
            "株式会社ABC商事",
            "ABC商事㈱",
            "(株)ABC商事",
            "abc 商事 株式会社",
            "㍿ABC商事",
        ],
        ["有限会社あおぞら設計", "㈲あおぞら設計", "あおぞら設計（有）", "アオゾラ設計"],
        ["合同会社ＸＹＺ", "XYZ合同会社", "xyz"],
        ["一般社団法人みどりの会", "（一社）みどりの会", "みどりの会"],
        [
            "Acme Ltd",
            "ACME Ltd.",
            "Acme, Inc.",
            "Acme GmbH",
            "Acme G.m.b.H.",
            "Acme Co., Ltd.",
            "acme",
        ],
        ["Acme LLC", "Acme S.r.l.", "ACME S.A.", "Acme B.V.", "Acme AG", "Acme SARL", "AcMe"],
        ["주식회사 한국전자", "(주)한국전자", "한국전자"],
        ["北京科技有限公司", "北京科技"],
        ["Smith & Sons", "Smith and Sons", "SMITH & SONS LTD"],
        ["Müller & Co. KG", "Muller"],
        ["Volvo AB", "AB Volvo", "volvo"],
    ],
)
def test_a_company_is_the_same_with_and_without_its_legal_form(spellings: list[str]) -> None:
    assert len(set(map(firm, spellings))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北の森商事", "南の森商事"),
        ("Acme Foods Ltd", "Acme Steel Ltd"),
        ("株式会社", "有限会社"),
        ("SA", "AG"),
        ("Incorporated Artists", "Artists"),
    ],
)
def test_other_companies_are_others(one: str, other: str) -> None:
    if one.startswith("Incorporated"):
        assert firm(one) == firm(other)  # a legal form in front is left out, too
        return
    assert firm(one) != firm(other)


@pytest.mark.parametrize("name", ["", " ", "　"])
def test_no_company_is_the_same_as_none(name: str) -> None:
    assert firm(name) == ""


def test_a_company_of_signs_is_still_a_company() -> None:
    assert firm("***") != ""
    assert firm("(株)") != ""


@pytest.mark.parametrize("spelling", ["IT・通信", "ＩＴ 通信", "it/通信"])
def test_an_industry_is_the_same_with_other_signs(spelling: str) -> None:
    assert industry(spelling) == industry("IT通信")
