//! What the community pays for: work that somebody proposes, the council funds, and a curator judges.

use super::{store::TREASURY, Notes, Story, Who, BHTD, BLOCK_LIMIT};
use crate::{
	ensure, ensure_eq,
	report::bhtd,
	types::{
		address, call,
		community::{
			BountyAwarded, BountyBecameActive, BountyClaimed, BountyProposed, BountyRejected,
		},
		number, Call,
	},
	Result,
};
use subxt::{
	dynamic::{tx, Value},
	ext::scale_value::Composite,
	utils::AccountId32,
};

/// What Charlie gives to the treasury.
const DONATION: u128 = 500 * BHTD;

/// What the work is worth to the council, the curator's fee included.
const VALUE: u128 = 200 * BHTD;

/// The curator's fee.
const FEE: u128 = 15 * BHTD;

/// More than anybody may spend at a time.
const TOO_MUCH: u128 = 200_000 * BHTD;

/// How many blocks a delay may have that the story waits for.
const PATIENCE: u32 = 20;

/// Who proposes.
const EVE: Who = |cast| &cast.eve;

/// The curator.
const FERDIE: Who = |cast| &cast.ferdie;

/// Who does the work.
const CAROL: Who = |cast| &cast.carol;

/// A bounty, once there is one.
#[derive(Default)]
pub struct Bounty {
	index: u32,
	/// From which block on it is paid, once it was awarded.
	unlocks_at: u64,
	/// Who has how much at stake in it, in planck.
	stake: Option<(AccountId32, u128)>,
}

impl Bounty {
	/// What somebody has at stake, which is no hold.
	pub fn at_stake(&self, who: &AccountId32) -> u128 {
		self.stake.filter(|(staker, _)| staker == who).map_or(0, |(_, amount)| amount)
	}
}

fn bounty_call<const N: usize>(name: &str, index: u32, more: [(&str, Value); N]) -> Call {
	let mut arguments = vec![("bounty_id", number(index))];
	arguments.extend(more);
	tx("Bounties", name, Composite::named(arguments))
}

fn propose_call(description: &str, value: u128) -> Call {
	let description = ("description", Value::from_bytes(description));
	call("Bounties", "propose_bounty", [("value", number(value)), description])
}

impl Story {
	fn bounty_call<const N: usize>(&self, name: &str, more: [(&str, Value); N]) -> Call {
		bounty_call(name, self.bounty.index, more)
	}

	/// The council's approval of a bounty that Ferdie judges.
	fn approve_call(&self, index: u32) -> Call {
		let curator = address(&self.cast.ferdie.id);
		bounty_call(
			"approve_bounty_with_curator",
			index,
			[("curator", curator), ("fee", number(FEE))],
		)
	}

	async fn reserved(&self, who: Who) -> Result<u128> {
		Ok(self.state.funds(&who(&self.cast).id).await?.reserved)
	}
}

/// The treasury pays for what the council approves, and the proposal then costs nothing.
pub async fn propose(story: &mut Story) -> Result<Notes> {
	let give = [("dest", address(&TREASURY)), ("value", number(DONATION))];
	let give = call("Balances", "transfer_keep_alive", give);
	let before = story.reserved(EVE).await?;
	let included = story
		.expect(|cast| {
			let eve = &cast.eve;
			vec![
				(&cast.charlie, give, None),
				(eve, propose_call("A wallet that shows points", VALUE), None),
				(eve, propose_call("A palace", TOO_MUCH), None),
				(eve, propose_call("A stamp", 1), Some("Bounties::InvalidValue")),
			]
		})
		.await?;
	let [wallet, palace] = [&included[1], &included[2]].map(|call| call.event::<BountyProposed>());
	let (wallet, palace) = (wallet?.index, palace?.index);
	story.bounty.index = wallet;
	let staked = story.reserved(EVE).await? - before;

	let approve = story.approve_call(wallet);
	story.expect(|cast| vec![(&cast.eve, approve, Some("BadOrigin"))]).await?;
	let too_much = vec![story.approve_call(palace)];
	let refusals = story.refused_by_council(too_much).await?;
	ensure_eq("why a palace is refused", &*refusals[0].1, "Treasury::InsufficientPermission")?;
	let decided = vec![story.approve_call(wallet), bounty_call("close_bounty", palace, [])];
	let included = story.done_by_council(decided).await?;
	let rejected: BountyRejected = included[1].event()?;
	let bond = rejected.bond;
	ensure_eq("which is rejected", rejected.index, palace)?;
	ensure!(bond > 0 && bond < staked, "a rejection costs {bond} of {staked}");

	let period: u32 = story.state.constant("Treasury", "SpendPeriod")?;
	ensure!(period <= PATIENCE, "the treasury pays only every {period} blocks");
	let paid_at = (story.state.number() / u64::from(period) + 1) * u64::from(period);
	// In the very block of the approval already, if the period began with it.
	let (mut block, mut funded) = (story.state.number(), Vec::new());
	while funded.is_empty() {
		ensure!(block <= paid_at, "the bounty is not funded in block {paid_at}");
		story.state = story.chain.wait_for_block(block, BLOCK_LIMIT * 2).await?;
		funded = story.chain.block(block).await?.events::<BountyBecameActive>().await?;
		block += 1;
	}
	ensure_eq("what is funded", funded, vec![BountyBecameActive { index: wallet }])?;
	ensure_eq("what Eve has at stake", story.reserved(EVE).await?, before)?;
	story
		.changed(&[
			(|cast| &cast.charlie, &|charlie| charlie.free -= DONATION),
			(EVE, &|eve| eve.free -= bond),
		])
		.await?;
	Ok(vec![
		format!("Charlie gives {} to the treasury, which nobody can take.", bhtd(DONATION)),
		format!(
			"The council approves {} for a wallet, and Ferdie as its judge for {} of them.",
			bhtd(VALUE),
			bhtd(FEE)
		),
		format!("It cannot pay for a palace, and rejects it; Eve loses {}.", bhtd(bond)),
	])
}

/// Whoever judges has something at stake, for as long as the council can object.
pub async fn judge(story: &mut Story) -> Result<Notes> {
	let before = story.reserved(FERDIE).await?;
	let beneficiary = story.cast.carol.id;
	let award = || story.bounty_call("award_bounty", [("beneficiary", address(&beneficiary))]);
	let accept = || story.bounty_call("accept_curator", []);
	let (by_eve, early, accepted, foreign, judged, claim) =
		(accept(), award(), accept(), award(), award(), story.bounty_call("claim_bounty", []));
	// One after another where the order matters: within a block it is not theirs to choose.
	story
		.expect(|cast| {
			vec![
				(&cast.eve, by_eve, Some("Bounties::RequireCurator")),
				(&cast.ferdie, early, Some("Bounties::UnexpectedStatus")),
			]
		})
		.await?;
	story.succeed(FERDIE, accepted).await?;
	let bond = story.reserved(FERDIE).await? - before;
	ensure_eq("what Ferdie has at stake", bond, FEE)?;
	story.bounty.stake = Some((story.cast.ferdie.id, bond));
	story.expect(|cast| vec![(&cast.eve, foreign, Some("Bounties::RequireCurator"))]).await?;
	let included = story
		.expect(|cast| {
			let ferdie = &cast.ferdie;
			vec![(ferdie, judged, None), (ferdie, claim, Some("Bounties::Premature"))]
		})
		.await?;
	let index = story.bounty.index;
	included[0].emitted(&[BountyAwarded { index, beneficiary }])?;
	let delay: u32 = story.state.constant("Bounties", "BountyDepositPayoutDelay")?;
	story.bounty.unlocks_at = included[0].state.number() + u64::from(delay);
	story
		.changed(&[(FERDIE, &|ferdie| {
			ferdie.free -= bond;
			ferdie.reserved += bond;
		})])
		.await?;
	Ok(vec![
		format!("He stakes {}; nobody else accepts, or judges.", bhtd(bond)),
		format!("Carol's wallet is good. For {delay} blocks the council can object."),
	])
}

/// Anybody has it paid out then.
pub async fn pay(story: &mut Story) -> Result<Notes> {
	let unlocks_at = story.bounty.unlocks_at;
	let blocks = unlocks_at.saturating_sub(story.state.number()) as u32;
	ensure!(blocks <= PATIENCE, "a delay of {blocks} blocks is too long for a story");
	if blocks > 0 {
		story.state = story.chain.wait_for_block(unlocks_at, BLOCK_LIMIT * (blocks + 1)).await?;
	}
	let claim = story.bounty_call("claim_bounty", []);
	let included = story.succeed(|cast| &cast.frank, claim).await?;
	let (index, beneficiary, payout) = (story.bounty.index, story.cast.carol.id, VALUE - FEE);
	included.emitted(&[BountyClaimed { index, payout, beneficiary }])?;
	let (_, bond) = story.bounty.stake.take().ok_or("nobody has anything at stake")?;
	story
		.changed(&[
			(CAROL, &|carol| carol.free += payout),
			(FERDIE, &|ferdie| {
				ferdie.free += FEE + bond;
				ferdie.reserved -= bond;
			}),
		])
		.await?;
	Ok(vec![format!(
		"Carol gets {}, and Ferdie {} and what he had at stake.",
		bhtd(payout),
		bhtd(FEE)
	)])
}
