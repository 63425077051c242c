//! How somebody new becomes a witness.

use super::{era, session, Notes, Story, PATIENCE};
use crate::{
	deadline::Deadline,
	ensure, ensure_eq,
	network::Keys,
	report::{bhtd, minutes},
	story::BHTD,
	types::{
		account, address, call, number, Call, CandidateStatus, Person, Registered, SessionKeys,
		Voted,
	},
	Result,
};
use std::time::Instant;
use subxt::dynamic::Value;

/// What Eve has left when her deposit is held.
const SPARE: u128 = 100 * BHTD;

/// What Eve keeps of her voters' rewards, in billionths: a tenth.
const COMMISSION: u32 = 100_000_000;

/// How many blocks become final before a node that has just joined takes calls.
const NEW_BLOCKS: u64 = 4;

/// How many blocks show that Eve authors.
const ENOUGH_BLOCKS: u32 = 3;

fn register_call(deposit: u128) -> Call {
	call(
		"Witnesses",
		"register",
		[
			("deposit", number(deposit)),
			("commission", number(COMMISSION)),
			("profile", Value::from_bytes("Eve, witness")),
		],
	)
}

fn vote_call(candidate: &Person, amount: u128) -> Call {
	call("Witnesses", "vote", [("candidate", account(&candidate.id)), ("amount", number(amount))])
}

/// Keys that her node makes for her, and nobody else can claim.
pub async fn keys(story: &mut Story) -> Result<Notes> {
	let began = Instant::now();
	let eve = story.cast.eve.id;
	story.network.join(story.cast.eve.name, Keys::Own).await?;
	let chain = story.chain(|cast| &cast.eve)?;
	let there = story.chain(|cast| &cast.alice)?.finalised().await?;
	chain.wait_for_finalised(there, PATIENCE).await?;
	let synced = began.elapsed();
	// Her node's pool checks calls against the genesis until it has seen blocks that are new to all.
	chain.wait_for_finalised(there + NEW_BLOCKS, PATIENCE).await?;

	let keys = chain.rotate_keys(&eve).await?;
	ensure!(chain.has_keys(&keys).await?, "Eve's node does not have the keys it made");
	let other_node = story.chain(|cast| &cast.alice)?;
	ensure!(!other_node.has_keys(&keys).await?, "Alice's node has Eve's keys");
	let forged = SessionKeys { proof: vec![0; keys.proof.len()], ..keys.clone() };

	let deposit = story.parameters.minimum_deposit;
	chain
		.expect(vec![
			(&story.cast.eve, register_call(deposit), Some("Witnesses::KeysNotSet")),
			(&story.cast.ferdie, keys.set_call(), Some("Session::InvalidProof")),
			(&story.cast.eve, forged.set_call(), Some("Session::InvalidProof")),
			(&story.cast.eve, keys.set_call(), None),
		])
		.await?;
	Ok(vec![
		format!("Her node was up and at the final block after {} s.", synced.as_secs()),
		"Without keys she cannot register. Ferdie cannot use hers, as the proof names their owner."
			.into(),
		format!("{} bytes of keys with {} of proof.", keys.keys.len(), keys.proof.len()),
	])
}

/// A deposit that is held and does not count yet.
pub async fn register(story: &mut Story) -> Result<Notes> {
	let deposit = story.parameters.minimum_deposit;
	let eve = story.cast.eve.id;
	let chain = story.chain(|cast| &cast.eve)?;
	let funds = chain.latest_final().await?.funds(&eve).await?;
	if let Some(missing) = (deposit + SPARE).checked_sub(funds.free).filter(|gap| *gap > 0) {
		let arguments = [("dest", address(&eve)), ("value", number(missing))];
		let send = call("Balances", "transfer_keep_alive", arguments);
		chain.succeed(&story.cast.bob, send).await?;
	}
	let included = chain
		.expect(vec![
			(&story.cast.eve, register_call(deposit - 1), Some("Witnesses::BelowMinimumDeposit")),
			(&story.cast.eve, register_call(deposit), None),
			(&story.cast.eve, register_call(deposit), Some("Witnesses::AlreadyCandidate")),
		])
		.await?;
	included[1].emitted(&[Registered { who: eve, deposit }])?;
	story.catch_up().await?;

	let held = story.state.held(&eve, "Witnesses::Deposit").await?;
	ensure_eq("the deposit held", held, deposit)?;
	let candidate = story.candidate(&story.cast.eve).await?;
	ensure_eq("Eve's deposit", candidate.deposit, deposit)?;
	ensure_eq("what counts of it", candidate.matured_deposit, 0)?;
	ensure_eq("Eve's status", candidate.status, CandidateStatus::Active)?;
	Ok(vec![format!("{} of hers are held; a planck less is refused.", bhtd(deposit))])
}

/// Votes that put Eve ahead of whoever has least behind it, once they count.
pub async fn vote(story: &mut Story) -> Result<Notes> {
	let least = story.parameters.minimum_vote;
	let smallest: u128 = story.state.view("Witnesses", "smallest_backing", vec![]).await?;
	let [bobs, ferdies] = [smallest.max(3 * least), least];

	let alice = story.chain(|cast| &cast.alice)?;
	let (eve, bob, ferdie) = (&story.cast.eve, &story.cast.bob, &story.cast.ferdie);
	let included = alice
		.expect(vec![
			(ferdie, vote_call(eve, least - 1), Some("Witnesses::BelowMinimumVote")),
			(ferdie, vote_call(ferdie, least), Some("Witnesses::CandidateNotFound")),
			(ferdie, vote_call(eve, ferdies), None),
			(bob, vote_call(eve, bobs), None),
		])
		.await?;
	let mut matures = Vec::new();
	for (included, (voter, amount)) in included[2..].iter().zip([(ferdie, ferdies), (bob, bobs)]) {
		let voted: Voted = included.event()?;
		let counts = era(&included.state).await? + story.parameters.maturity;
		let expected = Voted { who: voter.id, candidate: eve.id, amount, era: counts };
		ensure_eq("the vote", &voted, &expected)?;
		let held = included.state.held(&voter.id, "Witnesses::Vote").await?;
		ensure_eq(&format!("what is held of {}'s", voter.name), held, amount)?;
		matures.push(voted.era);
	}
	story.matures = matures.into_iter().max().ok_or("nobody voted")?;
	story.votes = [bobs, ferdies];
	story.voted = Instant::now();
	Ok(vec![
		format!("Bob puts {} behind her, Ferdie {}.", bhtd(bobs), bhtd(ferdies)),
		format!("Their votes count from era {} on.", story.matures),
	])
}

/// Until the votes count, nothing has changed.
pub async fn mature(story: &mut Story) -> Result<Notes> {
	let before = story.candidate(&story.cast.eve).await?;
	ensure_eq("what counts of Eve's deposit before its time", before.matured_deposit, 0)?;
	story.wait_for_era(story.matures).await?;
	let now = story.candidate(&story.cast.eve).await?;
	ensure_eq("what counts of Eve's deposit", now.matured_deposit, now.deposit)?;
	ensure_eq("the votes for Eve that count", now.voting, story.votes.iter().sum())?;
	ensure_eq("how many stand before Eve", now.rank, Some(0))?;
	let eve = story.cast.eve.id;
	ensure!(
		!story.elected().await?.contains(&eve),
		"Eve was elected with votes that did not count"
	);
	ensure!(!story.state.validators().await?.contains(&eve), "Eve validates without a seat");
	Ok(vec![format!(
		"Era {} begins {} min after the vote. Nothing has changed until now: the next election is the \
		 first that counts it.",
		story.matures,
		minutes(story.voted.elapsed()),
	)])
}

/// The election puts Eve in the place of whoever has least behind it, with the next era.
pub async fn elected(story: &mut Story) -> Result<Notes> {
	let eve = story.cast.eve.id;
	let (mut before, seated) = (story.elected().await?, story.matures + 1);
	let deadline = Deadline::new("Eve has no seat", story.era_time * 3 / 2 + PATIENCE);
	while !story.state.validators().await?.contains(&eve) {
		before = story.elected().await?;
		story.next_block(&deadline).await?;
	}
	let waited = story.voted.elapsed();
	ensure_eq("the era in which Eve has a seat", era(&story.state).await?, seated)?;
	ensure_eq("the session", session(&story.state).await?, seated * story.sessions)?;

	let elected = story.elected().await?;
	ensure!(elected.contains(&eve), "Eve validates, but was not elected");
	let council = story.state.council().await?;
	ensure_eq("the council", super::sorted(council), super::sorted(elected.clone()))?;
	let seats = story.parameters.witnesses as usize;
	ensure_eq("the seats", elected.len(), seats.min(before.len() + 1))?;
	let out: Vec<_> = before.into_iter().filter(|who| !elected.contains(who)).collect();
	let mut notes = vec![format!(
		"{} min after the vote, with the first block of era {seated}, Eve is a witness and on the council.",
		minutes(waited),
	)];
	if seats < story.cast.witnesses().len() {
		let dave = story.cast.dave.id;
		ensure_eq("who gave way", out, vec![dave])?;
		notes.push("Dave, who registered last of those with least behind them, gave way.".into());
	}
	Ok(notes)
}

/// Eve authors, and is credited with it.
pub async fn authors(story: &mut Story) -> Result<Notes> {
	let began = Instant::now();
	let deadline = Deadline::new("Eve has not authored enough blocks", PATIENCE);
	while story.authored_by(&story.cast.eve) < ENOUGH_BLOCKS {
		story.next_block(&deadline).await?;
	}
	let points = story.candidate(&story.cast.eve).await?.points;
	ensure!(points > 0, "Eve has no points for her blocks");
	Ok(vec![format!(
		"{ENOUGH_BLOCKS} final blocks are hers within {} s, without Charlie's node: finality needed hers. \
		 She has {points} points.",
		began.elapsed().as_secs(),
	)])
}
