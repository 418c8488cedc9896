# The two commands most people need: `make run` and `make test`.
PYTHON ?= python3
BIN    := .venv/bin
CONFIG ?= config/dateline.toml
PYTEST := $(BIN)/python -m pytest

.PHONY: help install ner develop run test check format evaluate bench soak fuzz golden lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or newer; name it with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/pyvenv.cfg requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m bot.adapters.gazetteer
	@touch $@

.venv/developed: .venv/installed requirements/develop.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.txt
	@touch $@

install: .venv/installed ## set-up alone, leaving .venv/bin/dateline

ner: install ## set-up with spaCy and a small English model, which tell places from other names
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/ner.txt

develop: .venv/developed ## set-up with the tools for tests and checks

run: install ## start the bot (without a token: the console)
	@exec $(BIN)/dateline run --config $(CONFIG)

check: develop ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## every check and every test
	$(PYTEST) -q

evaluate: develop ## scores of every language part on annotated articles, against their floors
	$(BIN)/python -m tests.evaluation

bench: develop ## speed, as ratios against sumy in the same run
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.documentation

soak: develop ## crashes, faults, a moved clock, bad files and broadcasts for two or three minutes (MINUTES=...)
	$(BIN)/python -m tests.soak $(MINUTES)
	$(BIN)/python -m tests.documentation

fuzz: develop ## the brief over 5,000 (COUNT=...) spoilt and invented texts, then how its time grows with length
	$(BIN)/python -m tests.fuzz $(COUNT)

golden: develop ## write the kept posts of the seeds anew, and what README takes from them
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.documentation

format: develop ## mend format and imports
	$(BIN)/ruff check --fix-only --select I .
	$(BIN)/ruff format .

lock: develop ## resolve the locked dependencies anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --extra postgres \
		--group build pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --extra postgres \
		--group build --group develop pyproject.toml -o requirements/develop.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --extra postgres --extra ner \
		--constraint requirements/run.txt --group build pyproject.toml -o requirements/ner.txt

clean: ## remove what the set-up and the tests made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
