# Crosswire: `make demo` and `make test` do everything on a machine with Python 3.11+ and make.
# `make help` lists the rest. Nothing is installed twice: a stamp in the virtual environment stands for
# each lock file, and only a changed lock file is installed again.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The caller's Python settings are not ours: they could bring in other packages or put ours elsewhere.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONUSERBASE VIRTUAL_ENV CONDA_PREFIX
unexport PIP_TARGET PIP_PREFIX PIP_REQUIRE_HASHES PIP_CONSTRAINT PIP_REQUIREMENT PIP_NO_DEPS PIP_NO_BINARY
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_USER := 0
export PYTHONNOUSERSITE := 1

VENV ?= .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.crosswire-run
DEV_STAMP := $(VENV)/.crosswire-dev
PIP_INSTALL := $(BIN)/python -m pip install -qq --require-hashes

# The first Python of 3.11 or later on the path; `make PYTHON=...` says another.
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python,$(shell \
	$(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(p))))

.PHONY: help
help:  ## Say what each target does
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- what people run --------------------------------------------------------------------------------------------

.PHONY: demo
demo: $(RUN_STAMP)  ## Compare the example stories that ship with Crosswire, offline
	@$(BIN)/crosswire demo

.PHONY: test
test: check quality-gate  ## Everything: format, lint, types, imports, docs, quality floors, tests (what CI runs)
	@echo "== tests"
	@$(BIN)/python -m pytest

# --- what developers run ----------------------------------------------------------------------------------------

.PHONY: install
install: $(DEV_STAMP)  ## The virtual environment with every tool in it

.PHONY: format
format: $(DEV_STAMP)  ## Write the format and the safe lint fixes
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

.PHONY: check
check: $(DEV_STAMP)  ## Format, lint, types, import contract and docs, without changing a file
	@echo "== format"
	@$(BIN)/ruff format --check .
	@echo "== lint"
	@$(BIN)/ruff check .
	@echo "== types"
	@$(BIN)/mypy
	@echo "== import contract"
	@$(BIN)/lint-imports --no-logo
	@echo "== docs"
	@$(BIN)/python tools/check_docs.py

.PHONY: docs
docs: $(DEV_STAMP)  ## Put the program's present output into the pages that show it
	@$(BIN)/python tools/check_docs.py --write

.PHONY: quality
quality: $(DEV_STAMP)  ## Measure everything and write the tables into docs/quality.md (an hour)
	@$(BIN)/python tools/quality.py
	@$(BIN)/python tools/ablate.py --write
	@$(BIN)/python tools/names.py
	@$(BIN)/python tools/polnear.py
	@$(BIN)/python tools/copies.py --write
	@$(BIN)/python tools/timebank.py --write
	@$(BIN)/python tools/alarms.py --write
	@$(BIN)/python tools/perturb.py --write

.PHONY: quality-gate
quality-gate: $(DEV_STAMP)
	@echo "== quality floors"
	@$(BIN)/python tools/quality.py --check

.PHONY: bench
bench: $(DEV_STAMP)  ## Time and memory beside bare parsing, and growth from 5 to 500 articles
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/bench.py --copies
	@$(BIN)/python tools/bench.py --story

.PHONY: lock
lock: $(DEV_STAMP)  ## Pin the newest allowed dependencies, with hashes, for every platform (needs the network)
	@for set in run:build dev:dev; do \
		UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile pyproject.toml --group "$${set#*:}" \
			--python-version 3.11 --universal --generate-hashes --no-emit-index-url --upgrade --quiet \
			--output-file "requirements/$${set%:*}.txt"; \
	done
	@wc -l requirements/*.txt

.PHONY: clean
clean:  ## Remove the virtual environment and every cache
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the virtual environment ------------------------------------------------------------------------------------

# $(VENV)/bin/python would be older than its own packages: the configuration file is the mark of a made environment.
$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Crosswire needs Python 3.11 or later on the path (or: make PYTHON=/path/to/python)" >&2; exit 1; }
	@echo "== virtual environment in $(VENV) ($$($(PYTHON) --version))"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python can not make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(RUN_STAMP): requirements/run.txt pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "== pinned dependencies from requirements/run.txt (about 400 MB, once)"
	@$(PIP_INSTALL) -r requirements/run.txt
	@$(BIN)/python -m pip install -qq --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_STAMP): requirements/dev.txt $(RUN_STAMP)
	@echo "== pinned tools from requirements/dev.txt"
	@$(PIP_INSTALL) -r requirements/dev.txt
	@touch $@
