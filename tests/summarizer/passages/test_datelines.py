"""Datelines in the styles that newsrooms write, and prose that only looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.passages.datelines import find_dateline

CASES = [
    ("ERBIL (Kurdistan 24) – The", "ERBIL", "Kurdistan 24", None),
    ("Erbil (Kurdistan 24) - The", "Erbil", "Kurdistan 24", None),
    ("TROY, N.C. (AP) — A man", "TROY, N.C.", "AP", None),
    ("BAGHDAD, Jan 30 (Reuters) - Two", "BAGHDAD", "Reuters", None),
    ("PARIS/LONDON — The", "PARIS/LONDON", None, None),
    ("Addis Ababa, 3 May 2021 (FBC) – The", "Addis Ababa", "FBC", date(2021, 5, 3)),
    ("UNITED NATIONS, Dec. 3, 2020 (Xinhua) -- The", "UNITED NATIONS", "Xinhua", date(2020, 12, 3)),
    ("(CNN) -- The", None, "CNN", None),
    ("London (CNN Business) The", "London", "CNN Business", None),
    ("WASHINGTON, D.C. — The", "WASHINGTON, D.C.", None, None),
    ("AMMAN, Jordan — King", "AMMAN, Jordan", None, None),
    ("Kabul, Afghanistan – A bomb", "Kabul, Afghanistan", None, None),
    ("SAN JOSÉ, Costa Rica (AP) – The", "SAN JOSÉ, Costa Rica", "AP", None),
    ("DEIR EZ-ZOR, Syria — The", "DEIR EZ-ZOR, Syria", None, None),
    ("Port-au-Prince, Haiti (AFP) - The", "Port-au-Prince, Haiti", "AFP", None),
    ("STRATFORD-UPON-AVON — The", "STRATFORD-UPON-AVON", None, None),
    ("CHICAGO -- “We", "CHICAGO", None, None),
    ("Berlin (dpa) - Die", "Berlin", "dpa", None),
    ("BERLIN, 3. Mai (Reuters) - Die", "BERLIN", "Reuters", None),
    ("Madrid, 3 may (EFE).- El", "Madrid", "EFE", None),
    ("SANTA FE, N.M. (SWN) _ Fire", "SANTA FE, N.M.", "SWN", None),
    ("New Delhi: Dense", "New Delhi", None, None),
    ("Kathmandu: Two", "Kathmandu", None, None),
    ("Passau – Nach dem", "Passau", None, None),
    ("Bad Ischl – Die", "Bad Ischl", None, None),
    ("Kabul — A bomb", "Kabul", None, None),
    ("FRANKFURT Chip maker", "FRANKFURT", None, None),
    ("MADAYA, Syria Aid trucks", "MADAYA, Syria", None, None),
    ("SEOUL, South Korea The head", "SEOUL, South Korea", None, None),
    ("NEW DELHI: Nearly", "NEW DELHI", None, None),
    ("(CNN) The", None, "CNN", None),
    ("Karo News – Police in", None, "Karo News", None),
    ("DUBAI, Oman â\x80\x94 The", "DUBAI, Oman", None, None),
    ("دمشق، سوريا (CNN) -- أعلنت", "دمشق، سوريا", "CNN", None),
    ("新华社北京4月4日电 国", "北京", "新华社", None),
    ("(서울=연합뉴스) 홍길동 기자 = 정부", "서울", "연합뉴스", None),
    ("بغداد (رويترز) - قال", "بغداد", "رويترز", None),
]

PROSE = [
    "NEW YORK The",
    "U.S. Fish and Wildlife Service (FWS) Air and Sea",
    "British Virgin Islands (BVI) Governor Jane Rankin",
    "DEAR ABBY: My husband",
    "ANZEIGE - Der Damm",
    "Stahl, Beton, Draht – Der Damm",
    "Henri Morel (éleveur à Cahors): Le barrage",
    "وكانت المحكمة العليا، اعتبرت (الخميس) أن",
    "FDP-Chef Witt sagte",
    "LONDON BRIDGE Is falling",
    "NATO Secretary General said",
    "Palm Bay (1-0): The",
    "He said — and left",
    "Mayor: We will",
    "MAYOR: We will",
    "BREAKING — The",
    "The U.S. (which is big) – said",
    "John Smith (left) – the mayor",
    "Ana Ruiz – The mayor",
    "Kabul_The dam",
    "Passau: We will",
    "Monday – The dam",
    "Yes – The dam",
    "Paris – the city",
    "Paris- The city",
    "The council met. PARIS — it said",
    "12 people – all men – died",
    "",
    " ",
]


@pytest.mark.parametrize(("text", "place", "source", "written"), CASES)
def test_a_dateline_is_read(
    text: str, place: str | None, source: str | None, written: date | None
) -> None:
    """Its place, source and full date; its span ends where the story begins."""
    found = find_dateline("Head\n\n" + text, 6, 6 + len(text))
    assert found
    whole = "Head\n\n" + text
    assert (found.place.of(whole) if found.place else None) == place
    assert (found.source.of(whole) if found.source else None) == source
    assert found.written == written
    assert found.span.start == 6
    assert whole[found.span.end :] in text[-14:]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_dateline(text: str) -> None:
    """A dash, a colon or a bracket alone makes none."""
    assert find_dateline(text, 0, len(text)) is None


@given(st.text(alphabet="Aa ,.-–/()[]:1\n'", max_size=400))
def test_any_text_is_read(text: str) -> None:
    """A dateline lies within its paragraph and holds its parts."""
    found = find_dateline(text, 0, len(text))
    if found:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert all(found.span.covers(part) for part in (found.place, found.source) if part)
