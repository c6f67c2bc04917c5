# Two commands: `make demo` reads the example pages and prints what passed between two states; `make test` runs every check.
PYTHON ?= $(shell sh tools/python.sh)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check guide pictures clean

$(VENV)/base: pyproject.toml
	test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/dev: $(VENV)/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

demo: $(VENV)/base
	mkdir -p out
	$(BIN)/dragoman build examples/visit-to-moscow --to out/examples.duckdb --replace
	$(BIN)/dragoman timeline out/examples.duckdb India Russia

test: $(VENV)/dev
	$(BIN)/python -m pytest

check: test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/reference.py --check
	$(BIN)/python tools/readme.py --check
	$(BIN)/dragoman words check

# The guide as a site, in out/guide/index.html.
guide: $(VENV)/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[docs]"
	$(BIN)/python tools/reference.py
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -b html docs out/guide

# The pictures of the guide and the README, anew; needs Chromium.
pictures: $(VENV)/dev
	$(BIN)/python tools/pictures.py

clean:
	rm -rf out build dist
