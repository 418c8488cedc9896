"""The words of languages stand in the languages' files, not in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "summarizer"
FEW = 3
"""So many words in a row are a list of them."""

_ALTERNATIVES = re.compile(r"[^\W\d_]{2,}(?:\|[^\W\d_]{2,}){2,}")

EXCEPTIONS = {
    "_SETS": "names of attributes",
    "_OWN": "names of attributes",
    "_LENT": "names of attributes",
    "_ALONE": "names of keys in the languages' files",
    "_MADE": "names of attributes",
    "_JOINED": "names of attributes",
    "_SMALL": "names of keys in the languages' files",
    "_MODULES": "names of algorithms, and of sumy's modules",
    "ABROAD": "names of evidence",
    "OPINION": "names of evidence",
    "WORD_FIGURES": "names of figures",
    "PAIR_FIGURES": "names of figures",
    "AMOUNTS": "names of weights",
}


@pytest.mark.parametrize(
    "path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE))
)
def test_no_list_of_words_stands_in_the_code(path: Path) -> None:
    """Neither in a tuple, a list, a set or a dictionary's keys, nor in a text or a pattern."""
    tree = ast.parse(path.read_text("utf-8"))
    found = {
        node.lineno: words
        for name, part in _parts(tree)
        if name not in EXCEPTIONS
        for node, words in _lists(part)
        if len(words) >= FEW
    }
    assert not found


def test_every_exception_is_needed() -> None:
    """What is excepted is there, and has words."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")]
    named = {
        name
        for tree in trees
        for name, part in _parts(tree)
        for _, words in _lists(part)
        if len(words) >= FEW
    }
    assert named == set(EXCEPTIONS)


def _parts(tree: ast.Module) -> Iterator[tuple[str | None, ast.AST]]:
    """Return the statements of a module, with the name that each binds."""
    for part in tree.body:
        name = None
        if isinstance(part, ast.Assign | ast.AnnAssign):
            target = part.targets[0] if isinstance(part, ast.Assign) else part.target
            name = target.id if isinstance(target, ast.Name) else None
        yield name, part


def _lists(part: ast.AST) -> Iterator[tuple[ast.expr, list[str]]]:
    for node in ast.walk(part):
        match node:
            case ast.Tuple(elts=texts) | ast.List(elts=texts) | ast.Set(elts=texts):
                yield node, _words(texts)
            case ast.Dict(keys=keys):
                yield node, _words([key for key in keys if key is not None])
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                yield node, [word for word in text.split() if _is_word(word)]
            case ast.Constant(value=str(text)):
                for alternatives in _ALTERNATIVES.findall(text):
                    yield node, alternatives.split("|")


def _words(texts: list[ast.expr]) -> list[str]:
    constants = [text.value for text in texts if isinstance(text, ast.Constant)]
    return [text for text in constants if isinstance(text, str) and _is_word(text)]


def _is_word(text: str) -> bool:
    """Distinguish a word of a language, in small letters, from a sign or a letter."""
    return len(text) > 1 and text.isalpha() and text.islower()
