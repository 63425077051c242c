//! Plays the story of the side chains on a network that it starts, and keeps the network running.

use bhtd_zombienet::{side_chains, Result};
use clap::Parser;
use std::process::ExitCode;

/// Starts two witnesses and two side chains, plays their story and keeps them running until Ctrl-C.
#[derive(Parser)]
#[command(version)]
struct Arguments {
	/// End after the story.
	#[arg(long)]
	once: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
	match run(Arguments::parse()).await {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("\nThe story went wrong: {error}");
			ExitCode::FAILURE
		}
	}
}

async fn run(arguments: Arguments) -> Result<()> {
	let story = side_chains::play(|milestone| print!("{milestone}"));
	// On Ctrl-C the nodes are ended with the story, and their data goes.
	let played = tokio::select! {
		played = story => played?,
		interrupted = tokio::signal::ctrl_c() => return Ok(interrupted?),
	};
	println!("\nThe story ended as it should: every check passed.");
	if arguments.once {
		return Ok(());
	}
	println!("\nThe network keeps running. Look at it with polkadot.js:");
	for (what, url) in played.nodes()? {
		println!("  {what:<16} https://polkadot.js.org/apps/?rpc={url}#/explorer");
	}
	println!("Ctrl-C ends it and removes its data.");
	Ok(tokio::signal::ctrl_c().await?)
}
