# Builds, serves and tests On Record. What is missing is installed first (see tools/setup); `make help` lists all.

# The browser engines to test in. One that is missing fails the run; leave it out here to do without.
ENGINES ?= chromium firefox webkit
# Where `make serve` and `make dev` serve, on loopback.
PORT ?= 8080
# How long `make fuzz` looks for trouble.
FUZZ_SECONDS ?= 60

# Tools of this project's own, which leave yours alone.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/onrecord/tools
AXE ?= $(TOOLS)/axe.min.js
# Published vocabularies, against which linked data is held.
SCHEMA_ORG ?= $(TOOLS)/schema.nq
WEB_ANNOTATION ?= $(TOOLS)/oa.nq
ACTIVITY_STREAMS ?= $(TOOLS)/as.nq
# The folder that has usr/sbin/nginx and its modules; / for an nginx that is installed.
ONRECORD_NGINX ?= $(TOOLS)/nginx
export PATH := $(TOOLS)/bin:$(PATH)
export TOOLS ENGINES AXE SCHEMA_ORG WEB_ANNOTATION ACTIVITY_STREAMS ONRECORD_NGINX
# Trunk downloads nothing: it uses the tools above.
export TRUNK_OFFLINE = true
export TRUNK_SKIP_VERSION_CHECK = true
export TRUNK_SERVE_DISABLE_ADDRESS_LOOKUP = true
# Seconds that the runner of the wasm tests waits for the driver and for the tests. Its defaults, 5 and 20, are too short
# while all cores are busy.
export WASM_BINDGEN_TEST_DRIVER_TIMEOUT = 120
export WASM_BINDGEN_TEST_TIMEOUT = 120

WASM := --target wasm32-unknown-unknown
WASM_DRIVER = $(or $(if $(filter chromium,$(ENGINES)),CHROMEDRIVER=chromedriver), \
	$(if $(filter firefox,$(ENGINES)),GECKODRIVER=geckodriver), \
	$(error test-wasm needs chromium or firefox in ENGINES))

.PHONY: help serve dev check dist single test fmt clippy test-native test-vocabulary test-nginx test-wasm test-browser bench screenshots repro fuzz clean
.NOTPARALLEL:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: setup-bundler ## build in release mode and serve on loopback
	@echo "==> building (some minutes the first time), then serving at http://127.0.0.1:$(PORT)/"
	tools/bundle serve --no-autoreload --address 127.0.0.1 --port $(PORT)

dev: setup-bundler ## the edit loop: a debug build, served, built anew on every change
	trunk serve --address 127.0.0.1 --port $(PORT)

check: setup-rust ## say all that is wrong with the dossiers, or with one: make check FILE=…
	@tools/check $(FILE)

dist: setup-bundler ## leave the bundle in dist/
	tools/bundle build
	cargo run --quiet --bin onrecord -- compress dist

single: dist ## pack all of it into one file that opens by double click: dist-single/on-record.html
	cargo run --quiet --bin onrecord -- single dist dist-single/on-record.html

test: fmt clippy test-native test-vocabulary test-nginx test-wasm test-browser ## run every check

fmt: setup-rust ## check the formatting
	cargo fmt --check

clippy: setup-rust ## lint for both targets; a warning is an error
	cargo clippy --all-targets -- --deny warnings
	cargo clippy --test browser --test nginx --test vocabulary -- --deny warnings
	cargo clippy $(WASM) --lib --bins --test wasm -- --deny warnings

test-native: setup-rust ## tests that need no browser
	cargo test

test-vocabulary: setup-rust setup-vocabulary ## linked data against the vocabularies that it uses
	cargo test --test vocabulary

test-nginx: dist setup-nginx ## the built bundle, as nginx serves it by docs/publishing.md
	cargo test --test nginx

test-wasm: setup-bundler setup-browsers ## tests of the app's code inside a browser
	$(WASM_DRIVER) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test $(WASM) --test wasm

test-browser: single setup-browsers setup-axe ## the built bundle, as readers use it, in every engine
	cargo test --test browser

bench: dist ## benchmarks, and the bundle's sizes
	cargo bench
	cargo run --quiet --bin onrecord -- sizes dist

screenshots: dist setup-browsers ## take the pictures that the documents show
	ONRECORD_PICTURES=docs/pictures cargo test --quiet --test browser

repro: setup-bundler ## build the bundle twice and compare every byte
	tools/repro

fuzz: setup-fuzz ## feed the loader whatever a file may hold
	mkdir -p fuzz/corpus/load
	cargo +nightly fuzz run load fuzz/corpus/load static/dossiers -- -max_total_time=$(FUZZ_SECONDS)

clean: ## remove what was built
	cargo clean
	rm -rf dist dist-single

setup-%:
	@tools/setup $*
