//! Plays the story on a running development chain and prints what each step changed.

use bhtd_zombienet::story;
use clap::Parser;
use std::{process::ExitCode, time::Duration};

/// Plays the story of a merchant, its points and its customers on a fresh development chain.
#[derive(Parser)]
#[command(version)]
struct Arguments {
	/// Where the node serves RPC.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	url: String,

	/// How many seconds the node may take to answer and to finalise its first block.
	#[arg(long, default_value_t = 120)]
	patience: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
	let Arguments { url, patience } = Arguments::parse();
	match story::play(&url, Duration::from_secs(patience), |report| print!("{report}")).await {
		Ok(()) => {
			println!("\nThe story ended as it should: every check passed.");
			ExitCode::SUCCESS
		}
		Err(error) => {
			eprintln!("\nThe story went wrong: {error}");
			ExitCode::FAILURE
		}
	}
}
