//! What witnesses and voters earn.

use super::{Notes, Story};
use crate::{
	ensure, ensure_eq,
	report::bhtd,
	types::{account, call, Call, CandidateClaimed, Claimed, Person, TransactionFeePaid},
	Result,
};

fn claim_call(candidate: &Person) -> Call {
	call("Witnesses", "claim", [("candidate", account(&candidate.id))])
}

fn claim_as_candidate_call() -> Call {
	call("Witnesses", "claim_as_candidate", [])
}

/// The first era with Eve in it pays her and her voters, in proportion to their votes.
pub async fn claim(story: &mut Story) -> Result<Notes> {
	let earned = story.matures + 1;
	story.wait_for_era(earned + 1).await?;
	let division = story.divisions.iter().find(|division| division.era == earned);
	let division = division.ok_or_else(|| format!("era {earned} paid nothing"))?.clone();
	ensure!(division.divided > 0, "era {earned} paid nothing: {division:?}");

	let (eve, bob, ferdie) = (&story.cast.eve, &story.cast.bob, &story.cast.ferdie);
	let rewards = story.candidate(eve).await?.rewards;
	let claimable = story.position(ferdie).await?.claimable;
	ensure!(rewards > 0 && claimable > 0, "Eve or Ferdie has earned nothing");
	let before = story.state.funds(&ferdie.id).await?;
	let chain = story.chain(|cast| &cast.alice)?;
	let included = chain
		.expect(vec![
			(eve, claim_as_candidate_call(), None),
			(bob, claim_call(eve), None),
			(ferdie, claim_call(eve), None),
			(eve, claim_as_candidate_call(), Some("Witnesses::NothingToClaim")),
			(bob, claim_call(eve), Some("Witnesses::NothingToClaim")),
		])
		.await?;
	included[0].emitted(&[CandidateClaimed { who: eve.id, amount: rewards }])?;
	let [bobs, ferdies]: [Claimed; 2] = [included[1].event()?, included[2].event()?];
	ensure_eq("who was paid", (bobs.who, ferdies.who), (bob.id, ferdie.id))?;
	ensure_eq("what Ferdie was paid", ferdies.amount, claimable)?;

	// Each is rounded down to a planck, so across they differ by less than the larger vote.
	let [bobs_vote, ferdies_vote] = story.votes;
	let across = (bobs.amount * ferdies_vote).abs_diff(ferdies.amount * bobs_vote);
	ensure!(across <= bobs_vote, "{bobs:?} and {ferdies:?} are not as the votes {:?}", story.votes);

	let fee = included[2].event::<TransactionFeePaid>()?.actual_fee;
	let after = included[2].state.funds(&ferdie.id).await?;
	ensure_eq("what Ferdie has", after.free, before.free + ferdies.amount - fee)?;
	ensure_eq("what is held of Ferdie's", after.reserved, before.reserved)?;
	let paid = rewards + bobs.amount + ferdies.amount;
	ensure!(paid <= division.divided, "{paid} planck were paid out of {}", division.divided);
	Ok(vec![
		format!(
			"Era {earned} issued {} and divided {} among witnesses and voters.",
			bhtd(division.issued),
			bhtd(division.divided),
		),
		format!(
			"Eve takes {}, Bob {} and Ferdie {}, in proportion to their votes. Nobody is paid twice.",
			bhtd(rewards),
			bhtd(bobs.amount),
			bhtd(ferdies.amount),
		),
	])
}
