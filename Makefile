# `make site` and `make test` do their own set-up: Python 3.11+ with venv, make and git are enough.
# Everything is installed in .venv, in this folder. PYTHON=python3.12 chooses the interpreter.

SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules --no-print-directory
PYTHON ?=
BIN := .venv/bin
ARGS ?=
PARALLEL := --numprocesses=auto --maxprocesses=8 --dist=worksteal
SECONDS ?= 600
SEED ?= $(shell date +%s)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve check test long lock clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:  ## show these targets
	@sed -n 's/^\([a-z]*\):[^#]*## /\1 - /p' Makefile | while IFS= read -r l; do \
	  printf '  make %-6s %s\n' "$${l%% - *}" "$${l#* - }"; done

site: .venv/ready  ## check the knowledge base and build the site into _build/html
	@$(BIN)/python -m compileall -q ext
	@$(BIN)/policykb build $(ARGS)

serve: .venv/ready  ## show the site on this machine and follow changes (ARGS="--port 8001")
	@$(BIN)/policykb serve $(ARGS)

check: .venv/ready  ## check the knowledge base only (about a second)
	@$(BIN)/policykb check $(ARGS)

test: .venv/ready  ## run the test suite (ARGS="-k name" runs a part)
	@$(BIN)/python -m compileall -q ext
	@$(BIN)/python -m pytest $(PARALLEL) $(ARGS)

# Not in `make test`: whole corpora with new seeds, then SECONDS of each kind of fuzzing.
long: .venv/gate  ## run whole corpora and fuzz, for an hour or so (SECONDS=600 SEED=0)
	$(BIN)/python -m pytest --volume=long $(PARALLEL) $(ARGS)
	$(BIN)/python -m tests.markdown.stock.fixtures
	$(BIN)/python -m tests.markdown.stock.compare 500 $(SEED)
	$(BIN)/python -m tests.fuzz.long $(SECONDS) $(SEED)
	mkdir -p _build/atheris
	$(BIN)/python -m tests.fuzz.atheris_check -max_total_time=$(SECONDS) -seed=$(SEED) _build/atheris

LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --fork-strategy fewest \
  --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet

lock: .venv/gate  ## resolve the two lock files anew from pyproject.toml (ARGS=--upgrade)
	$(LOCK) pyproject.toml --group test --group build --output-file requirements.lock $(ARGS)
	$(LOCK) pyproject.toml --all-extras --group gate --constraint requirements.lock \
	  --output-file .ci/requirements.lock $(ARGS)

clean:  ## delete what was built and .venv
	rm -rf _build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf ext/*.egg-info

# A .venv holds absolute paths. In a checkout that was moved or copied it is made again.
ifneq "$(shell cat .venv/locked 2>/dev/null)" "$(CURDIR)"
.PHONY: .venv/locked
endif

# --clear, so that what left the lock leaves the environment as well.
.venv/locked: requirements.lock
	@python=; for p in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python); do \
	  if "$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then python=$$p; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo "policykb needs Python 3.11 or newer with its venv module; $(or $(PYTHON),python3) is not." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 2; fi; \
	echo "Setting up .venv with $$("$$python" -V) (first time and when requirements.lock changes)"; \
	"$$python" -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r requirements.lock
	@printf '%s\n' "$(CURDIR)" > $@

# Bytecode is compiled here: start-up is most of the checker's time.
.venv/ready: .venv/locked pyproject.toml
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -q ext .venv/lib || true
	@touch $@

# Linters, types, browser tests and fuzzing: for .ci/run, `make long` and those who change the code.
.venv/gate: .venv/ready .ci/requirements.lock
	@$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r .ci/requirements.lock
	@touch $@
