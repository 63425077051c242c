//! Nodes that stand still or die, and what that costs the chain and those who run them.

use super::{era, session, sorted, Notes, Story, PATIENCE};
use crate::{
	deadline::Deadline,
	ensure, ensure_eq,
	report::{bhtd, minutes},
	types::CandidateStatus,
	Result,
};
use std::time::{Duration, Instant};

/// How long what two witnesses have sent before they stood still may take to be used up.
const GRACE: Duration = Duration::from_secs(15);

/// For how long nothing may become final then.
const STANDSTILL: Duration = Duration::from_secs(45);

/// How soon finality must be back.
const RECOVERY: Duration = Duration::from_secs(60);

/// How long blocks and finality are watched after a node has died.
const WATCH: Duration = Duration::from_secs(60);

/// How many final blocks the watch must see at least, of the ten that have time.
const LEAST_BLOCKS: u64 = 5;

/// How many final blocks show that the chain goes on.
const ENOUGH_BLOCKS: u64 = 5;

/// What is left of a whole in billionths, rounded up.
fn fraction_of(whole: u128, billionths: u32) -> u128 {
	(whole * u128::from(billionths)).div_ceil(1_000_000_000)
}

/// Two of four are more than a third: without them nothing becomes final, and nothing is lost.
pub async fn pause(story: &mut Story) -> Result<Notes> {
	let names = [story.cast.charlie.name, story.cast.dave.name];
	for name in names {
		story.network.pause(name)?;
	}
	tokio::time::sleep(GRACE).await;
	let chain = story.chain(|cast| &cast.alice)?;
	let (last, best) = (chain.finalised().await?, chain.best().await?.number());
	let began = Instant::now();
	while began.elapsed() < STANDSTILL {
		tokio::time::sleep(Duration::from_secs(1)).await;
		let now = chain.finalised().await?;
		ensure_eq("the latest final block while two of four stand still", now, last)?;
	}
	let grown = chain.best().await?.number();
	ensure!(grown > best, "no blocks while two of four witnesses stand still");
	let without = began.elapsed() + GRACE;

	for name in names {
		story.network.resume(name)?;
	}
	let resumed = Instant::now();
	let chain = story.chain(|cast| &cast.alice)?;
	chain.wait_for_finalised(last + 1, RECOVERY).await?;
	let back = resumed.elapsed();
	chain.wait_for_finalised(grown, RECOVERY.saturating_sub(back)).await?;
	let caught_up = resumed.elapsed();
	Ok(vec![
		format!(
			"Charlie and Dave stand still for {} s: {} more blocks, none of them final.",
			without.as_secs(),
			grown - best,
		),
		format!(
			"They go on: finality is back after {:.1} s, and all of those blocks are final after {:.1} s.",
			back.as_secs_f64(),
			caught_up.as_secs_f64(),
		),
	])
}

/// One of four is less than a third: the chain does not stop.
pub async fn kill(story: &mut Story) -> Result<Notes> {
	// He has done something in this era, so the first one that he misses is the next.
	let deadline = Deadline::new("Charlie does nothing in the era", story.era_time);
	while story.candidate(&story.cast.charlie).await?.points == 0 {
		story.next_block(&deadline).await?;
	}
	story.missed = era(&story.state).await? + 1;
	story.network.kill(story.cast.charlie.name)?;
	story.died = Instant::now();
	let chain = story.chain(|cast| &cast.alice)?;
	let first = chain.finalised().await?;
	let (mut last, mut since, mut longest) = (first, Instant::now(), Duration::ZERO);
	let began = Instant::now();
	while began.elapsed() < WATCH {
		tokio::time::sleep(Duration::from_millis(500)).await;
		let now = chain.finalised().await?;
		longest = longest.max(since.elapsed());
		if now > last {
			(last, since) = (now, Instant::now());
		}
	}
	let blocks = last - first;
	ensure!(blocks >= LEAST_BLOCKS, "only {blocks} blocks became final without Charlie");
	Ok(vec![format!(
		"In the {} s after that {blocks} blocks become final; the longest wait for one was {:.1} s.",
		WATCH.as_secs(),
		longest.as_secs_f64(),
	)])
}

/// A whole era without a sign of life costs a part of the deposit and the seat.
pub async fn idle(story: &mut Story) -> Result<Notes> {
	let charlie = story.cast.charlie.id;
	let found_in = story.missed + 1;
	story.wait_for_era(found_in).await?;
	let [(found, idle)] = story.idle.as_slice() else {
		return Err(format!("found idle, by era: {:?}", story.idle).into());
	};
	ensure_eq("who was found idle", (*found, idle.who), (found_in, charlie))?;
	let fine = idle.fine;

	let now = story.candidate(&story.cast.charlie).await?;
	let expected = fraction_of(now.deposit + fine, story.parameters.idle_fine);
	ensure_eq("the fine", fine, expected)?;
	ensure!(fine > 0, "the fine is nothing");
	let chilled = CandidateStatus::Chilled { since: story.missed };
	ensure_eq("Charlie's status", now.status, chilled)?;
	let held = story.state.held(&charlie, "Witnesses::Deposit").await?;
	ensure_eq("what is left of Charlie's deposit", held, now.deposit)?;

	let deadline = Deadline::new("Charlie is still a witness", story.era_time + PATIENCE);
	while story.state.validators().await?.contains(&charlie) {
		story.next_block(&deadline).await?;
	}
	let out_in = found_in * story.sessions + 1;
	ensure_eq("the session Charlie is out in", session(&story.state).await?, out_in)?;
	let out = story.began.elapsed();
	let left = story.state.validators().await?;
	let names: Vec<_> = left.iter().map(|who| story.cast.name_of(who)).collect();

	let (last, blocks) = (story.state.number(), story.authored_by(&story.cast.charlie));
	let deadline = Deadline::new("the others do not go on", PATIENCE);
	while story.state.number() < last + ENOUGH_BLOCKS {
		story.next_block(&deadline).await?;
	}
	ensure_eq("Charlie's blocks", story.authored_by(&story.cast.charlie), blocks)?;
	Ok(vec![
		format!(
			"Era {found_in} finds that he did nothing in the one before: {} of his deposit are gone, {} \
			 are left, and he is chilled.",
			bhtd(fine),
			bhtd(now.deposit),
		),
		format!(
			"From the next session on, at {} min, the witnesses are {}. Blocks go on being final; it is \
			 era {}.",
			minutes(out),
			names.join(", "),
			era(&story.state).await?,
		),
	])
}

/// The next election fills the seat, so that one of them may fail again.
pub async fn replaced(story: &mut Story) -> Result<Notes> {
	let before = story.candidate(&story.cast.charlie).await?.deposit;
	let filled_in = story.missed + 2;
	story.wait_for_era(filled_in).await?;
	let cast = &story.cast;
	let expected = [&cast.alice, &cast.bob, &cast.dave, &cast.eve].map(|who| who.id).to_vec();
	let expected = sorted(expected);
	ensure_eq("the validators", sorted(story.state.validators().await?), expected.clone())?;
	ensure_eq("the elected", sorted(story.elected().await?), expected.clone())?;
	ensure_eq("the council", sorted(story.state.council().await?), expected)?;
	let after = story.candidate(&story.cast.charlie).await?.deposit;
	ensure_eq("what Charlie has left", after, before)?;
	ensure_eq("how often somebody was idle", story.idle.len(), 1)?;

	let dave = story.authored_by(&story.cast.dave);
	let deadline = Deadline::new("Dave authors nothing", PATIENCE);
	while story.authored_by(&story.cast.dave) == dave {
		story.next_block(&deadline).await?;
	}
	Ok(vec![format!(
		"With era {filled_in} Dave is back, and authors; {} min after his death Charlie has no part in \
		 anything, and pays no second time.",
		minutes(story.died.elapsed()),
	)])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn fines_round_up() {
		assert_eq!(fraction_of(1_000, 1_000_000), 1);
		assert_eq!(fraction_of(1_001, 1_000_000), 2);
		assert_eq!(fraction_of(0, 1_000_000), 0);
	}
}
