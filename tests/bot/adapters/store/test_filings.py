"""The articles filed."""

from dataclasses import replace

import pytest

from bot.adapters.store import DatabaseStore
from bot.errors import StoreTrouble
from bot.model import Draft
from tests.bot.adapters.store.samples import NOW, a_brief, after, file_it


async def test_a_filing_comes_back(store: DatabaseStore) -> None:
    """A filing is given back whole, by its number, odd code points and all."""
    async with store.transaction() as work:
        brief = a_brief("Rain.\0\ud800 ☂\r\n", headline="Wet \udc80 hills")
        draft = Draft(brief=brief, path="a/\udcff.txt", digest="d1")
        (filing,) = await work.filings.file(draft, at=NOW)
        assert await work.filings.get(filing.id) == filing
        assert filing.brief == brief
        (line,) = await work.filings.latest(9)
        assert (line.id, line.title, line.filed_at) == (filing.id, filing.title, NOW)


@pytest.mark.parametrize("number", [0, -1, 99, 2**31, 2**63, 10**30])
async def test_unknown_numbers(store: DatabaseStore, number: int) -> None:
    """A number that no filing has, however long, gives none."""
    async with store.transaction() as work:
        await file_it(work, "Rain")
        assert await work.filings.get(number) is None
        assert await work.filings.latest(9, up_to=min(number, 0)) == ()


async def test_numbers_rise(store: DatabaseStore) -> None:
    """Every filing has a higher number than those before it, and the newest are listed first."""
    async with store.transaction() as work:
        ids = [(await file_it(work, text)).id for text in ("Rain", "Snow", "Hail", "Fog")]
        assert ids == sorted(set(ids))
        assert [line.id for line in await work.filings.latest(2)] == ids[:1:-1]
        assert [line.id for line in await work.filings.latest(2, up_to=ids[2])] == ids[2:0:-1]


async def test_corrections(store: DatabaseStore) -> None:
    """A correction replaces the brief; every text it ever had is known as its own."""
    async with store.transaction() as work:
        filing = await file_it(work, "Rain")
        corrected = replace(
            filing,
            brief=a_brief("Snow."),
            digest="second",
            version=2,
            updated_at=after(60),
            change="the weather",
        )
        await work.filings.revise(corrected)
        assert await work.filings.get(filing.id) == corrected
        known = await work.filings.with_digests([filing.digest, "second", "third"])
        assert known == {filing.digest: filing.id, "second": filing.id}
        assert await work.filings.with_digests([]) == {}
        await work.filings.revise(replace(corrected, digest=filing.digest, version=3))
        assert await work.filings.with_digests(["second"]) == {"second": filing.id}


async def test_many_are_filed_at_once(store: DatabaseStore) -> None:
    """They get numbers in their order, and each is what it was."""
    names = [f"{number:03}" for number in range(300)]
    drafts = [
        Draft(brief=a_brief(f"Rain {name}."), path=name, digest=name, fingerprint=name.encode())
        for name in names
    ]
    async with store.transaction() as work:
        assert await work.filings.file(at=NOW) == ()
        filed = await work.filings.file(*drafts, at=NOW)
        assert [filing.path for filing in filed] == names
        assert sorted(filing.id for filing in filed) == [filing.id for filing in filed]
        for filing in filed[::50]:
            assert await work.filings.get(filing.id) == filing
        known = await work.filings.with_digests(names)
        assert [known[name] for name in names] == [filing.id for filing in filed]
        prints = await work.filings.fingerprints_since(NOW)
        assert [(p.filing_id, p.value) for p in prints] == [
            (filing.id, filing.digest.encode()) for filing in filed
        ]


async def test_a_text_is_filed_once(store: DatabaseStore) -> None:
    """Filing a text that is filed, as a second process might just then, undoes the whole unit."""
    async with store.transaction() as work:
        await file_it(work, "Rain")

    async def file_both() -> None:
        async with store.transaction() as work:
            await file_it(work, "Snow")
            await file_it(work, "Rain")

    with pytest.raises(StoreTrouble, match="filed already"):
        await file_both()
    async with store.transaction() as work:
        assert len(await work.filings.latest(9)) == 1


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("storm", ["Storm-over-hills", "STORM-ends"]),
        ("STORM-E", ["STORM-ends"]),
        ("abcd", ["Storm-over-hills"]),
        ("ABCD", ["Storm-over-hills"]),
        ("1234", ["STORM-ends"]),
        ("ÉTÉ", ["été"]),
        ("%", []),
        ("_torm", []),
        ("hills", []),
        ("folder", []),
    ],
)
async def test_prefixes(store: DatabaseStore, prefix: str, found: list[str]) -> None:
    """A filing is found by how its file's stem, or any of its digests, begins."""
    async with store.transaction() as work:
        await file_it(work, "été", digest="ee")
        storm = await file_it(work, "STORM-ends", digest="77")
        await work.filings.revise(replace(storm, digest="1234ff", version=2))
        await file_it(work, "Storm-over-hills", digest="abcdef")
        lines = await work.filings.with_prefix(prefix, 9)
        assert [line.title for line in lines] == found
        assert len(await work.filings.with_prefix(prefix, 1)) == min(len(found), 1)


NFC, NFD = "Été à Zürich", "E\u0301te\u0301 a\u0300 Zu\u0308rich"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (NFC, NFD),
        (NFD, NFC),
        (NFD, NFC.upper()),
        (NFC.upper(), NFD),
        ("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("STRASSE", "straße"),
        ("می\u200cخواهم", "میخواهم"),
        ("9.41\u202fAM", "9.41 am"),
        ("a\u00a0 b", "A b"),
        ("\u200fخبر", "خبر"),
        ("a\udcffb", "A\udcffB"),
        ("a\nb", "a b"),
    ],
)
async def test_names_that_look_alike_are_alike(store: DatabaseStore, name: str, typed: str) -> None:
    """However accents are coded: by the whole name, and by its beginning."""
    async with store.transaction() as work:
        await file_it(work, "snow")
        filing = await file_it(work, "rain", path=f"folder/{name}.v2.txt", digest="77")
        assert [line.id for line in await work.filings.with_prefix(typed, 9)] == [filing.id]
        assert await work.filings.with_stem([typed], 9) == ()
        found = await work.filings.with_stem([f"{typed}.V2", "snow"], 9)
        assert [line.title for line in found] == ["rain", "snow"]
        assert await work.filings.with_stem([], 9) == ()


async def test_many_names_that_begin_alike(
    store: DatabaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only so many are looked at, however many there are; of one name the newest are listed."""
    monkeypatch.setattr("bot.adapters.store.filings.MOST_ALIKE", 3)
    async with store.transaction() as work:
        for number in range(9):
            await file_it(work, f"storm {number}", digest=f"storm{number}")
            await file_it(work, f"latest {number}", path="latest.txt")
        found = await work.filings.with_prefix("storm", 9)
        assert [line.title for line in found] == ["storm 2", "storm 1", "storm 0"]
        found = await work.filings.with_stem(["latest"], 2)
        assert [line.title for line in found] == ["latest 8", "latest 7"]


async def test_copies_and_fingerprints(store: DatabaseStore) -> None:
    """Copies know their original; fingerprints are of the present texts, filed since a time."""
    async with store.transaction() as work:
        await file_it(work, "Fog", at=after(-1), fingerprint=b"\0fog")
        first = await file_it(work, "Rain", fingerprint=b"\xffrain")
        parsed = await file_it(work, "Rain again", duplicate_of=first.id, at=after(1))
        assert parsed.duplicate_of == first.id
        assert [line.id for line in await work.filings.duplicates(first.id)] == [parsed.id]
        assert await work.filings.duplicates(parsed.id) == ()
        await work.filings.revise(replace(first, version=2), fingerprint=b"snow")
        prints = await work.filings.fingerprints_since(NOW)
        assert [(print_.filing_id, print_.value) for print_ in prints] == [(first.id, b"snow")]
