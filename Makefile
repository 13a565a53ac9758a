# Builds, serves and tests On Record. `make help` lists the targets. Missing tools are installed first: see tools/setup.

# Browser engines to test in. Tests fail if one of them is missing. To skip an engine, remove it from this list.
ENGINES ?= chromium firefox webkit
# Port of `make serve` on 127.0.0.1. By default, 8080 or, if that is taken, any free one.
PORT ?=
# The site that is built and served.
SITE ?= static
# Seconds for each target of `make fuzz`, the targets (all by default), and a number that chooses the inputs.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?=
FUZZ_SEED ?=
# Folder with an older build of the site, and of the larger one in target/bench/dist, for `make bench-browser` and
# `make lighthouse`. They take turns with this build, so that the ratio counts on a busy machine too.
BEFORE ?=
BEFORE_LARGE ?=

# Finished dossiers that `make bench-annotate` annotates again from their text.
ARTICLES ?=

# Tools for this project, kept apart from yours.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/onrecord/tools
AXE ?= $(TOOLS)/axe.min.js
# Published vocabularies that the linked data is tested against.
SCHEMA_ORG ?= $(TOOLS)/schema.nq
WEB_ANNOTATION ?= $(TOOLS)/oa.nq
ACTIVITY_STREAMS ?= $(TOOLS)/as.nq
# A Python interpreter with the packages of tools/python/parsers.txt.
PARSERS ?= $(TOOLS)/parsers/bin/python
# Folder that contains usr/sbin/nginx and its modules. Set it to / to use an installed nginx.
ONRECORD_NGINX ?= $(TOOLS)/nginx
export PATH := $(TOOLS)/bin:$(PATH)
export TOOLS ENGINES AXE SCHEMA_ORG WEB_ANNOTATION ACTIVITY_STREAMS PARSERS ONRECORD_NGINX
# Trunk uses the tools above and downloads nothing.
export TRUNK_OFFLINE = true
export TRUNK_SKIP_VERSION_CHECK = true
export TRUNK_SERVE_DISABLE_ADDRESS_LOOKUP = true

# The command, compiled with the app.
ONRECORD := cargo run --quiet --locked --bin onrecord --
# Prints the time and the memory of a command, where there is GNU time.
# The commas of the format would end an argument of `if`.
TIME_FORMAT := "    %e s, %U s of user time, at most %M kB of memory"
TIMED := $(if $(wildcard /usr/bin/time),/usr/bin/time -f $(TIME_FORMAT))
# Seconds that the runner of the wasm tests waits for the driver and for the tests. Its defaults, 5 and 20, are too
# short while all cores are busy.
export WASM_BINDGEN_TEST_DRIVER_TIMEOUT = 120
export WASM_BINDGEN_TEST_TIMEOUT = 120

WASM := --target wasm32-unknown-unknown
WASM_DRIVER = $(or $(if $(filter chromium,$(ENGINES)),CHROMEDRIVER=chromedriver), \
	$(if $(filter firefox,$(ENGINES)),GECKODRIVER=geckodriver), \
	$(error test-wasm needs chromium or firefox in ENGINES))

.PHONY: train help serve dev app check dist single test fmt clippy test-native test-vocabulary test-parsers test-nginx test-wasm test-browser bench bench-build bench-browser bench-growth bench-annotate lighthouse fonts screenshots package package-crate test-package repro fuzz fuzz-guided deny clean
.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: app ## build everything, serve the site in static/, and show every edit at once
	@echo "==> compiling the command (takes a few minutes the first time)"
	$(ONRECORD) serve $(SITE) $(if $(PORT),--port $(PORT))

dev: setup-trunk ## for editing the app: rebuild it on every edit and serve it with Trunk
	trunk serve --address 127.0.0.1 --port $(or $(PORT),8080)

app: setup-app ## compile the app, which the command contains
	@echo "==> compiling the app (takes a few minutes the first time)"
	tools/app

check: setup-rust ## list the problems in the site, or in one dossier: make check FILE=…
	@$(ONRECORD) check $(or $(FILE),$(SITE))

dist: app ## build the site in dist/
	$(ONRECORD) build $(SITE) --out dist

single: app ## write the site as one HTML file: dist-single/on-record.html
	$(ONRECORD) single $(SITE) --out dist-single/on-record.html

test: fmt clippy test-native test-vocabulary test-parsers test-nginx test-wasm test-browser test-package ## run every check

fmt: setup-rust ## check the formatting of the code
	cargo fmt --check

clippy: setup-rust ## lint for both targets; warnings are errors
	cargo clippy --locked --all-targets -- --deny warnings
	cargo clippy --locked --test browser --test nginx --test parsers --test vocabulary -- --deny warnings
	cargo clippy --locked $(WASM) --features app --lib --bins --test wasm -- --deny warnings
	cargo clippy --locked $(WASM) --features annotator --lib --bin annotator -- --deny warnings

test-native: setup-rust ## run the tests that need neither browsers nor nginx
	cargo test --locked

test-vocabulary: setup-rust setup-vocabulary ## test linked data against the published vocabularies
	cargo test --locked --test vocabulary

test-parsers: setup-rust setup-parsers ## test the files of a hostile dossier with parsers of other projects
	cargo test --locked --test parsers

test-nginx: dist setup-nginx ## test the site with nginx, configured as in docs/publishing.md
	cargo test --locked --test nginx

test-wasm: setup-app setup-browsers ## test the app's code inside a browser
	$(WASM_DRIVER) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test --locked $(WASM) --test wasm

test-browser: dist single setup-browsers setup-axe ## test the site in every browser engine
	cargo test --locked --test browser

train: setup-rust ## train the models of suggestions on training/ (minutes; the same bytes on every machine)
	cargo run --quiet --release --locked --example train -- $(LANGUAGES)

bench: bench-browser bench-build bench-growth bench-annotate ## run the benchmarks and print the size of each file
	cargo bench --locked
	$(ONRECORD) sizes dist

# Built as it is published: a hundred generated dossiers of 22 statements each.
bench-build: app ## print times, memory and sizes of checking and building 2,200 statements
	@cargo build --quiet --release --locked --bin onrecord
	@rm -rf target/bench/build
	@cargo run --quiet --locked --example sample -- 22 target/bench/build/site/dossiers 100
	@for what in "check" "build --no-previews --no-compress" "build --no-previews" "build" "build"; do \
		set -- $$what; command=$$1; shift; \
		if [ $$command = build ]; then set -- "$$@" --out target/bench/build/dist; fi; \
		echo "==> onrecord $$what"; \
		$(TIMED) target/release/onrecord $$command target/bench/build/site "$$@" || exit 1; \
	done
	@cargo run --quiet --locked --example kinds -- target/bench/build/dist 2200

bench-annotate: ## print what the annotator costs, and the keys and clicks of each statement (also of ARTICLES)
	cargo run --quiet --release --locked --example annotate
	cargo run --quiet --release --locked --example record -- $(ARTICLES)

bench-growth: ## print how time and size grow with a dossier, with their exponents
	cargo run --quiet --release --locked --example growth

# The list of the larger site has 200 generated statements.
bench-browser: dist setup-browsers ## time keystrokes, filters and take-over in Chromium
	cargo run --quiet --locked --example sample -- 200 target/bench/site/dossiers/sample.json
	$(ONRECORD) build target/bench/site --out target/bench/dist
	ONRECORD_SPEED="dist target/bench/dist" ONRECORD_BEFORE="$(BEFORE) $(BEFORE_LARGE)" \
		cargo test --quiet --locked --test browser

lighthouse: dist setup-browsers setup-lighthouse ## run Lighthouse on two pages, as on a phone
	node tools/lighthouse/measure.mjs dist $(BEFORE)

fonts: ## make the fonts of the site in static/fonts/ again (needs Python 3 and npm)
	tools/fonts

screenshots: dist setup-browsers ## update the screenshots in docs/pictures/
	ONRECORD_PICTURES=docs/pictures cargo test --quiet --locked --test browser

package: app setup-packaging ## make the crate, the npm packages and the wheel, and try the command of each
	tools/package crate npm wheel

test-package: app setup-packaging ## make the packages of a debug build, and try the command of each
	PROFILE=dev tools/package crate npm wheel

package-crate: app ## make only the crate, and try the command that it installs
	tools/package crate

repro: setup-app ## build app and site twice, in two folders, and compare every byte
	tools/repro

fuzz: setup-rust ## fuzz the readers of dossiers, data files, addresses, imported files and plain articles with broken copies of good files
	cargo run --quiet --locked --example fuzz -- $(FUZZ_SECONDS) $(or $(FUZZ_SEED),$(shell date +%s)) $(FUZZ_TARGETS)

# No sanitizer, because the code of On Record contains no unsafe code.
fuzz-guided: setup-fuzz ## fuzz the same readers with libFuzzer, which needs a nightly toolchain
	@for target in $(or $(FUZZ_TARGETS),load data query import suggestions annotate); do \
		mkdir -p fuzz/corpus/$$target && \
		cargo +nightly fuzz run --sanitizer none $$target fuzz/corpus/$$target $$([ $$target != load ] || echo static/new/dossiers) \
			-- -timeout=2 -max_total_time=$(FUZZ_SECONDS) || exit 1; \
	done

deny: setup-rust setup-deny ## check the licences and the known weaknesses of all dependencies
	cargo deny --locked check
	cargo deny --locked --manifest-path tools/wasm-bindgen/Cargo.toml --config deny.toml check advisories sources

clean: ## delete everything that was built
	cargo clean
	rm -rf app dist dist-single

setup-%:
	@tools/setup $*
