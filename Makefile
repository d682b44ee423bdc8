# quotetrack: `make run` opens the window on the sample project, `make test` checks everything.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
BIN := .venv/bin
UV = $(or $(wildcard $(BIN)/uv),uv)

.PHONY: help run test lint bench compiled interpreted pin-quality screenshots translations pins wheel clean \
        ready-to-run ready-to-test

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

run: ready-to-run ## open the window on the sample project
	@echo "==> Opening the window"
	@$(BIN)/quotetrack-gui --sample

test: ready-to-test ## lint, types, import contracts and every test
	@echo "==> Checks, and detection compiled meanwhile (about two minutes)"
	@$(MAKE) --jobs=2 --output-sync lint compiled
	@echo "==> Tests"
	@$(BIN)/python -m pytest -n auto $(ARGS)

lint: ready-to-test ## ruff, mypy and import contracts
	@echo "==> ruff, mypy, import contracts"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

compiled: ready-to-test ## turn detection into machine code, which reads twice as fast
	@.make/compiled make

interpreted: ## leave detection to the interpreter again
	@.make/compiled remove

bench: ready-to-test compiled ## measure the speed figures
	@echo "==> Benchmarks"
	@$(BIN)/python -m pytest -s -o python_files='bench_*.py' $(or $(ARGS),tests/benchmarks)

pin-quality: ready-to-test ## raise the pinned scores of detection: LOWER=1 lowers them too
	@echo "==> Pinned scores"
	@$(BIN)/python -m tests.quality $(if $(LOWER),--lower)

screenshots: ready-to-test ## draw the pictures of the README from the sample project
	@echo "==> Screenshots"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m ui.screenshots

translations: ready-to-test ## take new texts of the window into assets/translations and compile them
	@echo "==> Translations"
	@$(BIN)/pyside6-lupdate $$(find ui -name '*.py' | sort) -ts assets/translations/quotetrack_ar.ts \
	    -no-obsolete -locations none
	@$(BIN)/pyside6-lupdate $$(find ui -name '*.py' | sort) -ts assets/translations/quotetrack_en.ts \
	    -no-obsolete -locations none -pluralonly
	@for language in ar en; do $(BIN)/pyside6-lrelease assets/translations/quotetrack_$$language.ts; done
	@$(BIN)/pybabel --quiet compile --directory assets/locale

wheel: ready-to-test ## build the wheel into dist/
	@echo "==> Wheel"
	@$(BIN)/uv build --wheel --build-constraints requirements-dev.txt --out-dir dist

pins: ## pin the newest allowed packages: make pins UPGRADE=1; without it only what pyproject.toml changed
	@echo "==> Pins"
	@$(UV) pip compile --quiet --universal --no-emit-index-url --no-emit-find-links \
	    --custom-compile-command "make pins" $(if $(UPGRADE),--upgrade) pyproject.toml -o requirements.txt
	@$(UV) pip compile --quiet --universal --no-emit-index-url --no-emit-find-links \
	    --custom-compile-command "make pins" $(if $(UPGRADE),--upgrade) -c requirements.txt --group dev \
	    pyproject.toml -o requirements-dev.txt

clean: interpreted ## remove the environment and everything made
	@rm -rf .venv dist build .cache .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find quotetrack ui tests -name __pycache__ -prune -exec rm -rf {} +

ready-to-run:
	@.make/system run
	@.make/environment run
	@.make/compiled check

ready-to-test:
	@.make/system test
	@.make/environment test
	@.make/compiled check
