# Everything a person types. Every target is .PHONY: a folder named build stands beside this file.
.PHONY: all setup test soak check bench pictures lock audit wheel clean help
.DEFAULT_GOAL := all
SHELL := bash
PYTHON ?=
export PYTHON

all: setup ## set up, then make every title in source/ in all three editions (the default)
	.venv/bin/kanben build

setup: ## only set up: system libraries, Chinese fonts, .venv with pinned dependencies
	bash .ci/setup.sh editions

setup-tests:
	bash .ci/setup.sh tests
.PHONY: setup-tests

# Each worker has its share of the files, so few things that a file shares are made twice; who is done first takes of the others.
# There is one more than cores, for tests also wait: for a browser, a desk, a program's end.
WORKERS := -n 3 --dist worksteal

test: setup-tests ## install what the checkers need, then run all tests
	.venv/bin/pytest $(WORKERS) $(ARGS)

soak: setup-tests ## the same tests with far larger budgets (an hour on two cores)
	KANBEN_SOAK=1 .venv/bin/pytest $(WORKERS) $(ARGS)

check: setup-tests ## ruff, mypy --strict, and the floors of ARCHITECTURE.md
	.venv/bin/ruff check build tests
	.venv/bin/ruff format --check build tests
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup-tests ## measure time and memory against WeasyPrint, pandoc, Typst and others, in turns; tables in out/bench
	.venv/bin/python -m tests.bench $(ARGS)

pictures: setup-tests ## draw the README's pictures from the digest's editions
	.venv/bin/python -m tests.pictures

lock: setup ## renew both requirements.lock, with digests, from what pyproject.toml asks for (ARGS=--upgrade: the newest)
	bash .ci/lock.sh $(ARGS)

audit: ## ask the registries whether a locked version has a known vulnerability
	bash .ci/audit.sh

wheel: setup-tests ## build the wheel, and a title with it from a fresh environment in another folder
	bash .ci/wheel.sh

clean: ## remove all that was made; .venv stays
	rm -rf out .cache dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

help: ## show this
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/make \1	\2/p' Makefile | expand -t 14
