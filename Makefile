# The list of developer commands. Needs only make and Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m nghedan
DATA := $(or $(NGHEDAN_DATA),var)
WORKERS ?= 2
PYTEST := DJANGO_SETTINGS_MODULE=nghedan.config.settings.test $(BIN)/pytest -q
TESTS := $(PYTEST) -n $(WORKERS)

export PYTHONPATH := src:.
export DJANGO_SETTINGS_MODULE ?= nghedan.config.settings.base

.PHONY: help install run seed check test test-sqlite test-postgresql test-long bench docs wheel lock

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

install: $(VENV)/.installed  ## make .venv from the hashed lock

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Needs Python 3.11 or newer; say PYTHON=…"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python requirements.lock pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.developing: $(VENV)/.python requirements-dev.lock pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.installed

run: install  ## the demonstration, served; the first start prints its accounts
	@if [ -z "$(NGHEDAN_DATABASE_URL)" ] && [ ! -e "$(DATA)/nghedan.sqlite3" ]; then \
	  $(RUN) migrate >/dev/null && $(RUN) seed --manifest "$(DATA)/demonstration.json"; fi
	@if [ -e "$(DATA)/demonstration.json" ]; then printf '\n%s\n' "Demonstration accounts: $(DATA)/demonstration.json"; fi
	@$(RUN) serve

seed: install  ## demonstration data in an existing installation
	$(RUN) migrate
	$(RUN) seed

check: $(VENV)/.developing  ## style, types, layers, templates, migrations, budgets, documentation
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	find src -name '*.html' -not -path '*/static/*' -print0 | xargs -0 $(BIN)/djade --target-version 5.2 --check
	DJANGO_SETTINGS_MODULE=nghedan.config.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python tools/check_budgets.py
	$(BIN)/python tools/check_translations.py
	$(BIN)/python tools/build_reference.py --check

test: check test-sqlite test-postgresql  ## everything CI runs

test-sqlite: $(VENV)/.developing
	NGHEDAN_DATABASE_URL= $(TESTS) -m "not long and not journey"
	NGHEDAN_DATABASE_URL= $(PYTEST) -m journey tests/foundation/ui
	NGHEDAN_DATABASE_URL= $(PYTEST) -m journey -n $(WORKERS) tests/journeys

test-postgresql: $(VENV)/.developing
	@url=$$($(BIN)/python tools/find_postgresql.py); \
	if [ -z "$$url" ]; then echo "SKIPPED: no PostgreSQL"; \
	else NGHEDAN_DATABASE_URL="$$url" $(TESTS) -m "not long and not journey"; fi

test-long: $(VENV)/.developing  ## storms, soaks, fuzzing, full matrices
	NGHEDAN_DATABASE_URL= $(PYTEST) -m long

bench: $(VENV)/.developing  ## measurements
	@for file in bench/*.py; do echo "$$file"; $(BIN)/python "$$file" || exit 1; done

docs: $(VENV)/.developing  ## tables of the documentation that are generated from the code
	$(BIN)/python tools/build_reference.py

wheel: $(VENV)/.developing  ## dist/nghedan-….whl with all assets inside
	$(BIN)/python manage.py collectstatic --noinput --clear -v 0
	$(BIN)/python -m build --wheel --no-isolation -o dist .

lock: $(VENV)/.developing  ## both locks from pyproject.toml, hashed, without index addresses
	$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras \
	  --build-deps-for editable --extra postgres --extra dev -o requirements-dev.lock pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras \
	  --build-deps-for editable --constraint requirements-dev.lock -o requirements.lock pyproject.toml
