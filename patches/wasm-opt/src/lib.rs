//! Stand-in for the `wasm-opt` bindings: the part of their interface that `substrate-wasm-builder`
//! calls, carried out by the `wasm-opt` program on the `PATH` (or the one named by `WASM_OPT`).
//!
//! The builder only strips DWARF and refuses what the node's engine does not run, so the program's
//! version makes no difference to the code of the runtime.

use std::{env, ffi::OsString, fmt, io, path::Path, process::Command};

/// A transformation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
	/// Removes DWARF debugging sections.
	StripDwarf,
	/// Replaces sign-extension operators with shifts. Debian 12's program has no such pass, and needs
	/// none: the target `wasm32v1-none` emits no such operators, and
	/// [`OptimizationOptions::mvp_features_only`] refuses a module that has any.
	SignextLowering,
}

impl Pass {
	const fn flag(self) -> Option<&'static str> {
		match self {
			Self::StripDwarf => Some("--strip-dwarf"),
			Self::SignextLowering => None,
		}
	}
}

/// What to do with a module.
#[derive(Clone, Debug)]
pub struct OptimizationOptions {
	flags: Vec<&'static str>,
}

impl OptimizationOptions {
	/// No optimisation at all, only the passes added.
	pub fn new_opt_level_0() -> Self {
		Self { flags: vec!["-O0"] }
	}

	/// Refuses anything beyond the first version of WebAssembly, save mutable globals.
	pub fn mvp_features_only(&mut self) -> &mut Self {
		self.flags.extend(["--mvp-features", "--enable-mutable-globals"]);
		self
	}

	/// Whether to keep the names of functions.
	pub fn debug_info(&mut self, keep: bool) -> &mut Self {
		if keep {
			self.flags.push("--debuginfo");
		}
		self
	}

	/// Adds a pass; passes run in the order in which they are added.
	pub fn add_pass(&mut self, pass: Pass) -> &mut Self {
		self.flags.extend(pass.flag());
		self
	}

	/// Reads the module `from`, transforms it and writes it `to` (which may be the same file).
	pub fn run(
		&self,
		from: impl AsRef<Path>,
		to: impl AsRef<Path>,
	) -> Result<(), OptimizationError> {
		let program = env::var_os("WASM_OPT").unwrap_or_else(|| OsString::from("wasm-opt"));
		let output = Command::new(&program)
			.args(&self.flags)
			.arg(from.as_ref())
			.arg("--output")
			.arg(to.as_ref())
			.output()
			.map_err(|error| OptimizationError::NotStarted { program, error })?;
		if output.status.success() {
			Ok(())
		} else {
			Err(OptimizationError::Failed(String::from_utf8_lossy(&output.stderr).into_owned()))
		}
	}
}

/// Why a module was not transformed.
#[derive(Debug)]
pub enum OptimizationError {
	/// The program could not be started.
	NotStarted {
		/// The program's name or path.
		program: OsString,
		/// What the system says.
		error: io::Error,
	},
	/// The program ran and failed; this is what it printed.
	Failed(String),
}

impl fmt::Display for OptimizationError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotStarted { program, error } => write!(
				f,
				"cannot start {}: {error}; install Debian's package binaryen or set WASM_OPT",
				program.to_string_lossy()
			),
			Self::Failed(stderr) => write!(f, "wasm-opt failed: {stderr}"),
		}
	}
}

impl std::error::Error for OptimizationError {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn flags_follow_the_order_of_the_calls() {
		let mut options = OptimizationOptions::new_opt_level_0();
		options.debug_info(true).add_pass(Pass::StripDwarf).add_pass(Pass::SignextLowering);
		assert_eq!(options.flags, ["-O0", "--debuginfo", "--strip-dwarf"]);
	}

	#[test]
	fn a_module_that_is_not_wasm_is_an_error() {
		let file = env::temp_dir().join(format!("not-a-module-{}", std::process::id()));
		std::fs::write(&file, b"not wasm").unwrap();
		let result = OptimizationOptions::new_opt_level_0().run(&file, &file);
		std::fs::remove_file(&file).unwrap();
		assert!(matches!(result, Err(OptimizationError::Failed(_))), "{result:?}");
	}
}
