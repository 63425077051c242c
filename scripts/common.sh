# Read by the other scripts with `.`; does nothing on its own.

# The clone, wherever the script was called from.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Builds outlive the clone, so that a fresh one on the same machine builds our crates only.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/bhtd-chain/target}"

# scripts/setup notes here which toolchain builds WebAssembly, if it is not the default one.
wasm_toolchain_note="$(dirname "$CARGO_TARGET_DIR")/wasm-toolchain"
if [ -z "${WASM_BUILD_TOOLCHAIN:-}" ] && [ -s "$wasm_toolchain_note" ]; then
	WASM_BUILD_TOOLCHAIN=$(cat "$wasm_toolchain_note")
	export WASM_BUILD_TOOLCHAIN
fi

# What everything is built and tested with. Always this one selection of packages: another one would
# change which features dependencies are built with, and so build a thousand of them again.
selection=(--workspace --locked)

say() {
	printf '%s: %s\n' "${0##*/}" "$*"
}

fail() {
	printf '%s: error: %s\n' "${0##*/}" "$*" >&2
	exit 1
}
