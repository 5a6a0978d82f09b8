# Every command sets up what it needs. Set-up is stamped: the second run costs a moment.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
EXAMPLE := examples/first-steps
PYTEST_ARGS ?=

.PHONY: help setup-use setup setup-test demo test faults check format docs wheel wheel-test bench bench-runtime screenshots oracle fuzz corpus clean
.DELETE_ON_ERROR:

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

$(VENV)/.stamp-use: pyproject.toml constraints.txt hatch_build.py
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install -qq --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.stamp: $(VENV)/.stamp-use
	@echo "setting up $(VENV) for development"
	@$(RUN) -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev,minify,sass]'
	@touch $@

setup-use: ## what miniport itself needs: Python, Node and the browser runtime
	@PYTHON=$(PYTHON) sh scripts/setup.sh build
	@$(MAKE) --silent --no-print-directory $(VENV)/.stamp-use
	@$(RUN) scripts/build_runtime.py

setup: setup-use ## the same, and what the project is developed and tested with
	@$(MAKE) --silent --no-print-directory $(VENV)/.stamp

setup-test: ## the same, Chromium and a font with Chinese characters
	@PYTHON=$(PYTHON) sh scripts/setup.sh test
	@$(MAKE) --no-print-directory setup

demo: setup-use ## build examples/first-steps for both targets into out/first-steps
	$(BIN)/miniport build $(EXAMPLE) --out out/first-steps

test: setup-test ## the whole suite
	cd miniport/runtime && node --test --test-reporter=dot
	$(RUN) -m pytest $(PYTEST_ARGS)

faults: setup-test ## faults seeded under the scripts and suites: each must be caught
	$(RUN) -m tests.faults.run $(FAULTS)

check: setup ## formatting, lints, types and the rules of the house
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(RUN) -m pytest -q tests/house

format: setup ## let ruff write the formatting
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: setup ## docs/diagnostics.md from the catalogue of rules, tables of elements and APIs from the packs, bad input from the tests
	$(RUN) scripts/write_examples.py
	$(RUN) scripts/write_docs.py
	$(RUN) -m scripts.write_apis
	$(RUN) -m scripts.write_elements
	$(RUN) -m scripts.write_packs
	$(RUN) -m scripts.write_bad_input

wheel: setup ## dist/: the sdist, and the wheel built from it
	rm -rf dist
	$(RUN) -m build --outdir dist .

wheel-test: setup ## the wheel in a clean venv without Node builds the same bytes
	$(RUN) -m pytest -m wheel tests/wheel $(PYTEST_ARGS)

bench: setup ## the figures of docs/measurements.md; with DIR=project also where a build's time goes
	@for name in start build growth; do $(RUN) -m benchmarks.bench_$$name || exit 1; done
	@$(if $(DIR),$(RUN) -m benchmarks.profile_build $(DIR))

bench-runtime: setup-test ## the runtime in Chromium beside uni-app's H5 output and plain Preact, over ROUNDS=7
	$(RUN) -m benchmarks.bench_runtime $(or $(ROUNDS),7)

screenshots: setup-test ## the README's pictures; with ALL=1 also every screen of the examples, into out/screenshots
	$(RUN) -m scripts.screenshots docs/pictures --strips
	$(RUN) -m scripts.preview_picture docs/pictures/preview.png
	@$(if $(ALL),$(RUN) -m scripts.screenshots out/screenshots)

# The AXML compiler states no licence, so no package.json of ours names it: it is fetched for local use only.
oracle: setup ## with DIR=projects: real Alipay projects and their bundles before the platform's own tools
	@mkdir -p oracle
	@test -f oracle/package.json || echo '{"private": true}' > oracle/package.json
	npm install --prefix oracle --no-audit --no-fund --loglevel=error \
		@alipay/axml-transverter @mini-types/alipay typescript@5
	$(if $(DIR),$(RUN) -m tests.oracle.compare $(DIR))

# One process of the machine for each language; what is found, and how much was tried, stays in out/fuzz.
fuzz: setup ## with DIR=projects: read texts grown from theirs, for MINUTES=60 of the processor each
	$(RUN) -m pip install -qq --disable-pip-version-check -c constraints.txt 'atheris>=3,<4'
	@mkdir -p out/fuzz/markup out/fuzz/expression out/fuzz/script
	@for name in markup expression script; do \
		nice -n 19 $(RUN) -m tests.fuzz.run $$name $(DIR) $(or $(MINUTES),60) > out/fuzz/$$name/log 2>&1 & \
	done; wait; tail -n 2 out/fuzz/*/log out/fuzz/*/counts.json

corpus: setup-test ## with DIR=projects: out/corpus: real projects built for both targets, each page visited
	$(RUN) -m tests.corpus.run $(DIR)

clean: ## remove everything that was made here
	rm -rf $(VENV) dist out oracle .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf miniport/runtime/built miniport/runtime/node_modules miniport/runtime/.lock miniport/targets/*/pack.json
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
