"""Results that are kept."""

from summarizer.text.kept import Kept


def test_work_is_done_once_for_each_argument() -> None:
    """Until there are too many: then all is forgotten, and nothing is wrong."""
    asked: list[str] = []

    def work(word: str) -> int:
        asked.append(word)
        return len(word)

    kept = Kept(work, 2)
    assert [kept[word] for word in ("a", "bb", "a", "bb")] == [1, 2, 1, 2]
    assert asked == ["a", "bb"]
    assert [kept[word] for word in ("ccc", "a")] == [3, 1]
    assert len(kept) == 2
    assert asked == ["a", "bb", "ccc", "a"]
