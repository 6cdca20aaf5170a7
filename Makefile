# The one list of commands. Bare `make` prints it: every "##" below is a line of the manual,
# in Spanish after the bar, as the console speaks Spanish unless LANG says English.

SHELL := /bin/sh
.SHELLFLAGS := -ec
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
INSTANCE := $(or $(UNIPORTAL_INSTANCE),instance)
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	if $$p -c '$(NEW_ENOUGH)' 2>/dev/null; then echo $$p; exit; fi; done; echo python3)
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
DEMONSTRATED := $(INSTANCE)/.demostrado

.PHONY: help
help: ## Print this list | Muestra esta lista
	@awk -v spanish="$$(case "$${LC_ALL:-$$LANG}" in en*) ;; *) echo 1 ;; esac)" ' \
		BEGIN { FS = ":.*## | \\| " } \
		/^[a-z][a-z-]*:.*## / { printf "  make %-13s %s\n", $$1, spanish ? $$3 : $$2 }' \
		$(MAKEFILE_LIST)

.PHONY: install
install: $(INSTALLED) ## Make .venv with the locked requirements | Crea .venv con las dependencias exactas

.PHONY: run
run: $(INSTALLED) ## Prepare a sample catalogue and serve it on PORT (8000) | Prepara un catálogo de muestra y lo sirve en PORT (8000)
	@$(BIN)/uniportal init
	@test -e $(DEMONSTRATED) || { $(BIN)/uniportal demo && touch $(DEMONSTRATED); }
	@exec $(BIN)/uniportal serve --port $(PORT)

.PHONY: test
test: $(INSTALLED_DEV) browser ## Pass every test; choose with ARGS="tests/canse -x" | Pasa todas las pruebas; elija con ARGS="tests/canse -x"
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 $(ARGS)

.PHONY: kills
kills: $(INSTALLED_DEV) ## Kill an audit of 400 pages at 20 moments | Interrumpe a la fuerza una auditoría de 400 páginas, 20 veces
	@$(BIN)/python -m pytest -q -n 0 -s --kills 20 tests/crawler/test_killed_audits.py

.PHONY: search-limits
search-limits: $(INSTALLED_DEV) ## Search under load for 60 s, and hostile texts | Búsquedas con carga por 60 s, y textos hostiles
	@$(BIN)/python -m pytest -q -n 0 -s --load-seconds 60 --load-services 10000 \
		tests/indices/test_under_load.py
	@$(BIN)/python -m tests.bench.search_limits $(ARGS)

.PHONY: check
check: $(INSTALLED_DEV) ## Style, types, walls, translations, lock | Estilo, tipos, muros, traducciones, versiones
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tests/house/lock.py requirements.txt
	$(BIN)/python tests/house/lock.py requirements-dev.txt --extra dev

.PHONY: lock
lock: $(INSTALLED_DEV) ## Write the exact versions again from setup.cfg | Escribe de nuevo las versiones exactas desde setup.cfg
	$(BIN)/python tests/house/lock.py requirements.txt --write
	$(BIN)/python tests/house/lock.py requirements-dev.txt --extra dev --write

.PHONY: translations
translations: $(INSTALLED_DEV) ## Gather the texts of the interface and compile them | Reúne los textos de la interfaz y los compila
	$(BIN)/python -m tests.uniportal.translating

.PHONY: routes
routes: $(INSTALLED_DEV) ## List new addresses in tests/house/routes.json | Anota las direcciones nuevas en tests/house/routes.json
	$(BIN)/python -m tests.house.routes

.PHONY: browser
browser: ## Find a Chromium, or install one (root, apt-get) | Busca un Chromium o lo instala (root, apt-get)
	@for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0; \
	fi; \
	echo "No hay navegador: las pruebas que lo piden se omiten. Instale chromium y repita." >&2

.PHONY: pictures
pictures: $(INSTALLED_DEV) browser ## Take the pictures of the pages again | Toma de nuevo las imágenes de las páginas
	$(BIN)/python -m tests.browser.pictures
	$(BIN)/python -m tests.browser.share_picture

LIGHTHOUSE := build/lighthouse
$(LIGHTHOUSE)/node_modules/.bin/lighthouse:
	@command -v npm >/dev/null || { echo "Hace falta npm (Node 20 o más nuevo)." >&2; exit 1; }
	@mkdir -p $(LIGHTHOUSE)
	PUPPETEER_SKIP_DOWNLOAD=1 npm install --prefix $(LIGHTHOUSE) --no-save --no-package-lock \
		--no-audit --no-fund --silent lighthouse@12.8.2

.PHONY: lighthouse
lighthouse: $(INSTALLED_DEV) browser $(LIGHTHOUSE)/node_modules/.bin/lighthouse ## Scores of three pages (needs npm) | Notas de tres páginas (pide npm)
	$(BIN)/python -m tests.browser.lighthouse

.PHONY: bench-audit
bench-audit: $(INSTALLED_DEV) ## Pages a second of the auditor, as a ratio | Páginas por segundo del auditor, como proporción
	$(BIN)/python -m tests.bench.audit

.PHONY: bench-search
bench-search: $(INSTALLED_DEV) ## Our index beside other engines, as ratios | Nuestro índice junto a otros motores, como proporción
	$(BIN)/python -m tests.bench.search $(ARGS)

.PHONY: bench-site
bench-site: $(INSTALLED_DEV) ## What pages cost beside a bare one, as ratios | Lo que cuestan las páginas junto a una simple
	$(BIN)/python -m tests.bench.site $(ARGS)

.PHONY: bench
bench: bench-audit bench-search bench-site ## Every measurement of speed | Todas las medidas de velocidad

.PHONY: clean
clean: ## Remove what can be made again; never the instance folder | Borra lo que se puede volver a hacer; nunca la carpeta instance
	rm -rf $(VENV) build dist htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "UNIPORTAL necesita Python 3.11 o más nuevo, y aquí no hay ningún $(PYTHON)." >&2; exit 1; }
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { \
		echo "UNIPORTAL necesita Python 3.11 o más nuevo; éste es $$($(PYTHON) --version 2>&1): use make PYTHON=python3.11." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "A $(PYTHON) le falta el módulo venv: en Debian o Ubuntu, apt-get install python3-venv." >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)

$(INSTALLED): requirements.txt setup.cfg | $(BIN)/python
	@echo "Instalando las dependencias en $(VENV) (sólo la primera vez)…" >&2
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --editable .
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo "Instalando lo que piden las pruebas…" >&2
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
