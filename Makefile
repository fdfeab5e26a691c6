# What one does all day, in one word. With a virtual environment elsewhere: make check PYTHON=...

PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python)
EVENT  ?= sample_events/founders_mixer.toml
SPEED  ?= 20

.DEFAULT_GOAL := help
.PHONY: help setup run debug console pictures sounds catalogs lock check dist

help:  ## show what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

setup:  ## a virtual environment in .venv, Rounds installed editable, the hooks of git
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --editable '.[dev]'
	.venv/bin/pre-commit install

run:  ## rehearse a sample evening, twenty times as fast
	$(PYTHON) -m rounds rehearse $(EVENT) --speed $(SPEED)

debug:  ## the same with live stylesheets and messages to `make console`
	TEXTUAL=devtools,debug $(PYTHON) -m rounds rehearse $(EVENT) --speed $(SPEED)

console:  ## Textual's console, for a second terminal beside `make debug`
	$(PYTHON) -m textual_dev console

pictures:  ## render the pictures of the README from the real program
	$(PYTHON) -m tests.pictures.make

sounds:  ## render the sounds of a round
	$(PYTHON) -m tests.ui.sound.render

catalogs:  ## compile the translations after a .po file was edited
	$(PYTHON) hatch_build.py

lock:  ## the versions in dev.lock, after a change of the dependencies (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --no-header --quiet -o dev.lock

check:  ## everything that must pass, in a fresh environment
	PYTHON=$(PYTHON) bash .ci/run

dist:  ## the source and the wheel, into dist/
	rm -rf dist
	$(PYTHON) -m hatchling build
