//! Compiles the runtime to WebAssembly beside its native build.

#[cfg(feature = "std")]
fn main() {
	let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults()
		// Every node keeps the runtime in its state: the names of functions would be a tenth of it.
		.append_to_rust_flags("-C strip=symbols");
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("BHTD", 12);
	builder.build();
}

// Inside the WebAssembly build itself there is nothing to build.
#[cfg(not(feature = "std"))]
fn main() {}
