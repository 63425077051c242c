//! Plays the stories of the side chains and of the merchants on a network that it starts, and keeps the
//! network running.

use bhtd_zombienet::{side_chains, side_chains::Played, story, Result};
use clap::Parser;
use std::process::ExitCode;

/// Starts two witnesses and two side chains, plays their story, and the one of a merchant and its customers
/// on the same main chain, and keeps the network running until Ctrl-C.
#[derive(Parser)]
#[command(version)]
struct Arguments {
	/// End after the stories.
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

/// Plays first the story of the side chains, whose tanks run dry by the clock, and then the other one.
async fn stories() -> Result<Played> {
	let played = side_chains::play(|milestone| print!("{milestone}")).await?;
	println!(
		"\nThe main chain goes on with the story of a merchant, its points and its customers."
	);
	let main = played.main().await?;
	played.explain(story::play(main, |report| print!("{report}")).await)?;
	Ok(played)
}

async fn run(arguments: Arguments) -> Result<()> {
	// On Ctrl-C the nodes are ended with the story, and their data goes.
	let played = tokio::select! {
		played = stories() => played?,
		interrupted = tokio::signal::ctrl_c() => return Ok(interrupted?),
	};
	println!("\nThe stories ended as they should: every check passed.");
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
