//! How side chains begin, go on, stand still and go on again.

use super::{goes_on, number_in, Notes, Story, ENOUGH_BLOCKS, FIRST, PATIENCE, POOL, SECOND, TANK};
use crate::{
	deadline::Deadline,
	ensure, ensure_eq,
	node::{output_of, Program},
	report::{bhtd, minutes},
	story::BHTD,
	types::{
		account, call, fields, number,
		side_chains::{Registered, Stage, Suspension, TankView},
		Call,
	},
	Result,
};
use std::{fs, time::Duration};
use subxt::dynamic::Value;

/// What Grace pays in advance for the chain she registers.
const SECOND_TANK: u128 = 100 * BHTD;

/// What Eve pays for the first chain's core.
const GIFT: u128 = 10 * BHTD;

/// A tank of two periods of six minutes may have begun to run just before a turn, or just after one.
const DRY_LIMIT: Duration = Duration::from_secs(25 * 60);

/// How long the witnesses may take to check a code, and a session to begin after it.
const ONBOARDING_LIMIT: Duration = Duration::from_secs(10 * 60);

/// How long the main chain is watched while a chain must not go on.
const STANDSTILL: Duration = Duration::from_secs(45);

/// Both sides agree on the blocks of a chain: the main chain includes them, the chain finalises them.
pub async fn opening(story: &mut Story) -> Result<Notes> {
	let started = story.began.elapsed();
	story.start_first().await?;
	let collator = story.began.elapsed();
	let waited = story.wait_for_included(FIRST, ENOUGH_BLOCKS, PATIENCE).await?;
	story.side()?.wait_for_finalised(ENOUGH_BLOCKS, PATIENCE).await?;

	let head: Option<Vec<u8>> =
		story.state().await?.view("SideChains", "last_head", vec![number(FIRST)]).await?;
	let included = number_in(&head.ok_or("no head is included")?)?;
	story.side()?.wait_for_finalised(included, PATIENCE).await?;
	ensure!(matches!(story.stage(FIRST).await?, Stage::Producing { .. }), "{FIRST} does not run");
	Ok(vec![
		format!(
			"The witnesses were connected after {} min, the collator ran after {}.",
			minutes(started),
			minutes(collator)
		),
		format!(
			"{} s later {ENOUGH_BLOCKS} blocks of the chain were included and final.",
			waited.as_secs()
		),
	])
}

/// The call that registers the second chain, as any wallet would make it.
fn register_call(story: &Story) -> Result<Call> {
	let chain = &story.second;
	Ok(call(
		"SideChains",
		"register",
		[
			("head", Value::from_bytes(chain.genesis_head()?)),
			("code", Value::unnamed_variant("Own", [Value::from_bytes(chain.code()?)])),
			(
				"details",
				fields([("name", Value::from_bytes("Second")), ("uri", Value::from_bytes(""))]),
			),
			("refund", account(&story.cast.grace.id)),
			("tank", number(SECOND_TANK)),
			("pool", number(POOL)),
		],
	))
}

/// Only a group merchant registers a chain; the program makes the same call for other wallets.
pub async fn register(story: &mut Story) -> Result<Notes> {
	let (eve, grace) = (&story.cast.eve, &story.cast.grace);
	let main = story.main()?;
	let state = main.latest_final().await?;
	let registration = register_call(story)?;

	let file = story.second.head.with_file_name("call");
	let path = |path: &std::path::Path| path.display().to_string();
	let arguments = [
		"encode-registration",
		"--head",
		&path(&story.second.head),
		"--code",
		&path(&story.second.runtime),
		"--name",
		"Second",
		"--refund",
		&grace.id.to_string(),
		"--tank",
		&(SECOND_TANK / BHTD).to_string(),
		"--pool",
		&(POOL / BHTD).to_string(),
		"--output",
		&path(&file),
	];
	output_of(Program::Node, arguments).await?;
	let encoded = super::hex(&state.encoded(&registration)?);
	ensure!(fs::read_to_string(&file)?.trim() == encoded, "the program makes another call");

	let included = main
		.expect(vec![
			(eve, register_call(story)?, Some("SideChains::NotActiveGroupMerchant")),
			(grace, registration, None),
		])
		.await?;
	included[1].emitted(&[Registered { chain: SECOND, manager: grace.id }])?;
	let held = story.state().await?.held(&grace.id, "SideChains::Tank").await?;
	ensure!((SECOND_TANK..=SECOND_TANK + TANK).contains(&held), "the tanks hold {}", bhtd(held));
	let stage = story.stage(SECOND).await?;
	ensure!(matches!(stage, Stage::Checking | Stage::Scheduled { .. }), "it is {stage:?}");
	Ok(vec![
		format!(
			"{} bytes of call, of which most is the runtime. Eve, who has no margin, is refused.",
			encoded.len() / 2 - 1
		),
		format!("It stands at {stage:?}."),
	])
}

/// A chain that was registered makes blocks.
pub async fn starts(story: &mut Story) -> Result<Notes> {
	let deadline = Deadline::new(format!("{SECOND} does not start"), ONBOARDING_LIMIT);
	let stage = loop {
		let stage = story.stage(SECOND).await?;
		ensure!(stage != Stage::Rejected, "the code was rejected");
		if matches!(stage, Stage::Starting | Stage::Producing { .. }) {
			break stage;
		}
		deadline.wait().await?;
	};
	let waited = deadline.elapsed();
	story.start_second().await?;
	let included = story.wait_for_included(SECOND, ENOUGH_BLOCKS, PATIENCE).await?;
	let collator = story.collators[1].as_ref().ok_or("the second chain has no collator")?;
	collator.chain.wait_for_finalised(ENOUGH_BLOCKS, PATIENCE).await?;
	Ok(vec![
		format!("It stood at {stage:?} after {} s more.", waited.as_secs()),
		format!("Its collator has no main chain of its own, but asks Alice's node. {} s after its start \
			{ENOUGH_BLOCKS} blocks were included.", included.as_secs()),
	])
}

/// What was final before a collator died is there when it comes back, and the chain goes on from it.
pub async fn dies(story: &mut Story) -> Result<Notes> {
	let before = story.side()?.latest_final().await?;
	let (block, hash) = (before.number(), before.hash());
	let issuance: u128 = before.get("Balances", "TotalIssuance", vec![]).await?;
	let collator = story.collators[0].as_mut().ok_or("the first chain has no collator")?;
	collator.node.kill()?;
	// What was on its way may still be included.
	tokio::time::sleep(STANDSTILL).await;
	let stands = story.included(FIRST).await?;
	tokio::time::sleep(STANDSTILL).await;
	ensure_eq("the included block without a collator", story.included(FIRST).await?, stands)?;

	let collator = story.collators[0].as_mut().ok_or("the first chain has no collator")?;
	collator.chain = collator.node.restart().await?.until_final();
	let waited = story.wait_for_included(FIRST, stands + ENOUGH_BLOCKS, PATIENCE).await?;
	let side = story.side()?;
	side.wait_for_finalised(stands + ENOUGH_BLOCKS, PATIENCE).await?;
	let again = side.block(block).await?;
	ensure!(again.hash() == hash, "block {block} is another one now");
	let after: u128 = side.latest_final().await?.get("Balances", "TotalIssuance", vec![]).await?;
	ensure_eq("the BHTD of the chain", after, issuance)?;
	Ok(vec![
		format!("Killed after block {block}; block {stands} was the last to be included."),
		format!(
			"Started again on its data, it had {ENOUGH_BLOCKS} more included after {} s.",
			waited.as_secs()
		),
	])
}

/// A chain that nobody pays for loses its core, the other one does not.
pub async fn dry(story: &mut Story) -> Result<Notes> {
	let deadline = Deadline::new(format!("{FIRST} is not suspended"), DRY_LIMIT);
	while story.stage(FIRST).await? != (Stage::Suspended { reason: Suspension::TankEmpty }) {
		deadline.wait().await?;
	}
	let when = story.began.elapsed();
	let tank: Option<TankView> =
		story.state().await?.view("SideChains", "tank", vec![number(FIRST)]).await?;
	let tank = tank.ok_or("the chain has no tank")?;
	ensure!(tank.tank < tank.fee, "{} are left in the tank", bhtd(tank.tank));
	// What was backed in the last block may still be included.
	tokio::time::sleep(STANDSTILL).await;
	let stands = story.included(FIRST).await?;
	let others = story.included(SECOND).await?;
	tokio::time::sleep(STANDSTILL).await;
	ensure_eq("the included block without a core", story.included(FIRST).await?, stands)?;
	ensure!(story.included(SECOND).await? > others, "{SECOND} stands still as well");
	Ok(vec![
		format!(
			"{} of a fee of {} are left after {} min.",
			bhtd(tank.tank),
			bhtd(tank.fee),
			minutes(when)
		),
		format!("Its block {stands} stays the last; {SECOND} goes on."),
	])
}

/// A consumer pays for the core, and the chain has one again.
pub async fn filled(story: &mut Story) -> Result<Notes> {
	let stands = story.included(FIRST).await?;
	let arguments = [("chain", number(FIRST)), ("amount", number(GIFT))];
	let fill = call("SideChains", "fill_tank", arguments);
	story.main()?.succeed(&story.cast.eve, fill).await?;
	let waited = story.wait_for_included(FIRST, stands + ENOUGH_BLOCKS, PATIENCE).await?;
	let stage = story.stage(FIRST).await?;
	ensure!(matches!(stage, Stage::Producing { .. }), "it is {stage:?}");
	Ok(vec![format!(
		"Eve puts {} into the tank; after {} s {ENOUGH_BLOCKS} more blocks are included.",
		bhtd(GIFT),
		waited.as_secs()
	)])
}

/// The witnesses agree, and every chain still goes on.
pub async fn closing(story: &mut Story) -> Result<Notes> {
	let block = goes_on(story.main()?).await?;
	let mut hashes = Vec::new();
	for person in [&story.cast.alice, &story.cast.bob] {
		let chain = &story.network.member(person.name)?.chain;
		chain.wait_for_finalised(block, PATIENCE).await?;
		hashes.push(chain.block(block).await?.hash());
	}
	ensure!(hashes[0] == hashes[1], "the witnesses have different blocks {block}");
	let mut notes = vec![format!("Block {block} is the same on both witnesses' nodes.")];
	for (chain, collator) in [&story.first, &story.second].into_iter().zip(&story.collators) {
		let collator = collator.as_ref().ok_or("a chain has no collator")?;
		let block = goes_on(&collator.chain).await?;
		notes.push(format!("Block {block} of {} is final.", chain.id));
	}
	Ok(notes)
}
