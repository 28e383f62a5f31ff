# Everything here works on a machine with Python 3.11 or later and make; see README.md.
PYTHON ?= python3
BIN := .venv/bin
TESTS ?= tests
WORKERS ?= 2

.PHONY: setup run test bench faults lint messages
.DEFAULT_GOAL := help

help:
	@echo "make run       set up and start on http://127.0.0.1:8000 (PORT=9000 changes the port)"
	@echo "make setup     virtual environment, packages, database, static files, demonstration data"
	@echo "make test      every test (TESTS=tests/jobs chooses, WORKERS=4 sets the processes)"
	@echo "make bench     the figures of speed, as a table"
	@echo "make faults    jobs under faults: kills, a broken queue, a restarted database, a full disk (minutes)"
	@echo "make lint      code style, and whether migrations are complete"
	@echo "make messages  collect texts for translation and compile them (needs gettext)"

setup: .venv/product
	@$(BIN)/python manage.py run --prepare-only

# One plain command, so that make starts it without a shell and passes signals on.
run: export COLLECTED_STATIC = on
run: .venv/product
	@$(BIN)/python manage.py run

test: .venv/tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(TESTS)

bench: .venv/tests
	@$(BIN)/python -m tests.bench.run

faults: .venv/tests
	@$(BIN)/python -m tests.faults.run

lint: .venv/tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@MODE=test $(BIN)/python manage.py makemigrations --check --dry-run

messages: .venv/product
	@$(BIN)/python manage.py makemessages --locale zh_Hans --ignore .venv --ignore var --no-location
	@$(BIN)/python manage.py compilemessages --ignore .venv --verbosity 0

# The stamps are newer than the lists they come from, so nothing is installed twice.
.venv/product: requirements.txt .venv/uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.txt
	@touch $@

.venv/tests: tests/requirements.txt .venv/product
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r tests/requirements.txt
	@touch $@

.venv/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@touch $@
