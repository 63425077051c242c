//! Plays the story on a running development chain and prints what each step changed.

use bhtd_zombienet::{chain::Chain, story, Result};
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

	/// Follow every call until another block was built on its own: where several witnesses author, the
	/// best block may still be replaced. The story then takes twice as long.
	#[arg(long)]
	settled: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
	match run(Arguments::parse()).await {
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

async fn run(Arguments { url, patience, settled }: Arguments) -> Result<()> {
	let patience = Duration::from_secs(patience);
	let chain = Chain::connect(&url, patience).await?;
	let chain = if settled { chain.until_settled() } else { chain };
	chain.wait_for_finalised(1, patience).await?;
	story::play(chain, |report| print!("{report}")).await
}
