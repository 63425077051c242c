//! # BHTD Chain Node
//!
//! The program that witnesses run to author and finalise the main chain, and anybody to follow it.
//!
//! The main chain is a relay chain, so the service is `polkadot_service::build_full`; this crate
//! adds what makes it ours: the command line, the chain specifications, the database it may use and
//! the two workers that check the blocks of side chains.
//!
//! `bhtd-node --dev` starts a chain of one witness that produces and finalises blocks.

// The error of every command is the SDK's, and is returned once before the program ends.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod database;
mod registration;
mod workers;

use std::{error::Error, process::ExitCode};

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {}", with_causes(&error));
			ExitCode::FAILURE
		}
	}
}

/// An error and its causes in one line, leaving out the causes that their error already quotes.
fn with_causes(error: &dyn Error) -> String {
	let mut message = error.to_string();
	let mut cause = error.source();
	while let Some(error) = cause {
		let text = error.to_string();
		if !message.contains(&text) {
			message = format!("{message}: {text}");
		}
		cause = error.source();
	}
	message
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{fmt, io};

	#[derive(Debug)]
	struct Outer(&'static str, io::Error);

	impl fmt::Display for Outer {
		fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
			f.write_str(self.0)
		}
	}

	impl Error for Outer {
		fn source(&self) -> Option<&(dyn Error + 'static)> {
			Some(&self.1)
		}
	}

	#[test]
	fn causes_are_named_once() {
		let silent = Outer("cannot start", io::Error::other("no disk"));
		assert_eq!(with_causes(&silent), "cannot start: no disk");

		let quoting = Outer("cannot start (no disk)", io::Error::other("no disk"));
		assert_eq!(with_causes(&quoting), "cannot start (no disk)");
	}
}
