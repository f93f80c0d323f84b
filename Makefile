# Each command does its own set-up; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test pytest test-fast check collect compact verify claims site picture bench soak lock clean
SHELL := /bin/sh

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

# A file of tests runs in one worker, in the order that tests/conftest.py says.
PYTEST := $(BIN)/pytest -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: .venv/run.done ## serve the dashboard on http://localhost:8501 (PORT= changes it)
	@echo "Palmarès: http://localhost:$(PORT)"
	@$(BIN)/streamlit run dashboard/app.py --server.port $(PORT)

test: .venv/dev.done .browser .servers ## run the checks and every test, side by side
	@$(MAKE) --no-print-directory -j2 check pytest

pytest: .browser .servers
	$(PYTEST)

test-fast: .venv/dev.done ## the tests without a browser and without what takes long, in about a minute
	$(PYTEST) -m "not browser and not slow and not soak"

check: .venv/dev.done ## formatting, lint, types, imports, SQL style, workflows, Dockerfile
	$(BIN)/ruff format --check dashboard tests
	$(BIN)/ruff check dashboard tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	@find dashboard -name '*.py' | xargs wc -l | awk '$$1 > 250 && $$2 != "total" {print "warning: " $$2 " has " $$1 " lines: is it one concept?"}'
	$(BIN)/sqlfluff lint queries
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/hadolint Dockerfile
	@if [ -n "$$(git ls-files data/standings data/raw 2>/dev/null)" ]; then \
		echo "data/standings and data/raw are made anew by the collector: take them out of git"; exit 1; fi

collect: .venv/run.done ## read the stores' charts and listings and Wikipedia's page views
	$(BIN)/python -m dashboard.collect run $(ARGS)

compact: .venv/run.done ## merge each past month's snapshots into one file; no answer changes
	$(BIN)/python -m dashboard.collect compact

verify: .venv/run.done ## check every row and checksum of every snapshot
	$(BIN)/python -m dashboard.collect verify

claims: .venv/run.done ## check data/claims and write what changed into a snapshot
	$(BIN)/python -m dashboard.collect claims

site: .venv/site.done .browser ## write the static twin into build/site (PALMARES_LIVE_URL: address of the live app)
	$(BIN)/python -m dashboard.export site $(ARGS)

picture: .venv/dev.done .browser ## take the picture in README.md anew
	$(BIN)/python -m tests.browser.picture

bench: .venv/run.done .venv-bench/done ## the page against its rivals, and each question (QUICK=1 a first look, KEEP=1 to README)
	.venv-bench/bin/python -m tests.bench

soak: .venv/dev.done .venv-bench/done ## 100 sessions for ten minutes while the data breaks (QUICK=1: one), then all random cases
	.venv-bench/bin/python -m tests.bench.soak
	SOAK=1 $(PYTEST) -m soak

# Every file of every package, for each system and Python that the project runs on. An entry of pip's configuration,
# such as a mirror, is not written down.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --custom-compile-command "make lock" $(ARGS)

lock: .venv/dev.done ## renew requirements*.lock (ARGS=--upgrade: with the newest releases that requirements*.txt allow)
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) requirements-site.txt -c requirements.lock -o requirements-site.lock
	$(LOCK) requirements-dev.txt -c requirements-site.lock -o requirements-dev.lock

clean: ## remove what these commands made
	rm -rf .venv .venv-bench .browser .servers build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Installed is what the lock says, each file by its hash.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.venv/run.done: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name it: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(INSTALL) -r requirements.lock
	@touch $@

.venv/site.done: requirements-site.lock .venv/run.done
	$(INSTALL) -r requirements-site.lock
	@touch $@

.venv/dev.done: requirements-dev.lock .venv/site.done
	$(INSTALL) -r requirements-dev.lock
	@touch $@

# A browser for the tests: the system's Chromium, else Debian's package, else Playwright's own.
.browser: .venv/dev.done
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && [ -f /etc/debian_version ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; then :; \
	else $(BIN)/playwright install --with-deps chromium; fi
	@touch $@

# What the examples of .deploy are tried with: nginx and Caddy, and systemd to read a unit.
SERVERS := nginx-light caddy systemd
.servers:
	@if PATH="$$PATH:/usr/sbin" sh -c 'command -v nginx && command -v caddy && command -v systemd-analyze' >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq --no-install-recommends $(SERVERS) >/dev/null; \
	else sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends $(SERVERS) >/dev/null; fi
	@touch $@

# The rivals stay apart from what the app needs.
.venv-bench/done: tests/bench/requirements.txt requirements-dev.txt requirements.txt .browser
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r tests/bench/requirements.txt
	@touch $@
