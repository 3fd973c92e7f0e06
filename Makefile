# From a fresh clone, with only Python 3.11 or newer, git and make:  make demo, make test
# Everything is set up inside the checkout (.venv, .make) from hashed pins; a second time starts at once.

PYTHON ?= python3
IN     := .venv/bin
RUN    := $(IN)/python -m
UV     := uv==0.13.9

export PIP_CACHE_DIR := $(CURDIR)/.make/pip
export UV_CACHE_DIR  := $(CURDIR)/.make/uv
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_REQUIRE_VIRTUALENV := 0

CATALOGUES := $(wildcard src/commcoord/locale/*/LC_MESSAGES/*.po)

.DELETE_ON_ERROR:
.PHONY: help demo setup test test-slow check messages docs lock bench wheel clean

help:  ## what can be made
	@sed -n 's/^\([a-z-]*\):.*##/\1:/p' Makefile

demo: setup  ## a guided tour on the example company
	@rm -rf .demo && $(IN)/commcoord demo .demo

setup: .make/messages  ## .venv with commcoord in it, ready to use

test: setup  ## every test but the long ones
	$(RUN) pytest -n auto --dist worksteal $(ARGS)

test-slow: setup  ## the long ones
	$(RUN) pytest -n auto -m slow $(ARGS)

check: setup  ## style, types, layers, catalogues
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(IN)/lint-imports
	$(RUN) pytest tests/test_messages.py

messages: setup  ## bring the catalogues up to what the source says, and compile them
	$(IN)/python build_messages.py collect

docs: setup  ## what is made from the source: docs/rules.md, and the fields in records/shapes.py
	$(RUN) commcoord.rules.page >docs/rules.md
	$(RUN) commcoord.records.shaping

transcripts: setup  ## what the README's commands show now
	$(RUN) tests.transcripts README.md README.zh-CN.md

lock: | .venv/bin/python  ## newest versions within the ranges of pyproject.toml, with hashes, for every platform
	@test -x .make/lock/bin/uv || { $(PYTHON) -m venv .make/lock && .make/lock/bin/pip install -q '$(UV)'; }
	.make/lock/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --generate-hashes \
	  --all-extras --group dev --no-annotate --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command 'make lock' --output-file requirements-dev.txt pyproject.toml

bench: setup  ## how fast it is, against what people would use instead
	$(IN)/python benchmarks/commands.py $(ARGS)

wheel: setup  ## dist/commcoord-*.whl
	@rm -rf dist
	$(RUN) build --no-isolation --wheel --outdir dist .

clean:  ## forget everything that was made
	rm -rf .venv .make dist build .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# ── how it is set up ────────────────────────────────────────────────────────────────────────────────

# Some systems ship Python without ensurepip; there the system's own pip fills the virtual environment.
PIP = $$($(RUN) pip --version >/dev/null 2>&1 && echo $(RUN) pip || echo $(PYTHON) -m pip --python $(IN)/python)

.venv/bin/python:
	@mkdir -p .make
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "commcoord needs Python 3.11 or newer as '$(PYTHON)'. Another one can be named: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv >.make/venv.log 2>&1 \
	  || { $(PYTHON) -m pip --version >/dev/null 2>&1 && $(PYTHON) -m venv --clear --without-pip .venv >>.make/venv.log 2>&1; } \
	  || { rm -rf .venv; cat .make/venv.log >&2; \
	       echo "'$(PYTHON)' cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

.make/pins: requirements-dev.txt .venv/bin/python
	@mkdir -p .make
	@echo "Setting up .venv (once; a minute or so) ..." >&2
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

.make/installed: .make/pins pyproject.toml build_messages.py src/commcoord/__init__.py
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.make/messages: .make/installed $(CATALOGUES)
	@$(IN)/python build_messages.py
	@touch $@
