//! Data about purchases: who pays for it, who consents, and what they are paid.

use super::{Notes, Story, Who, BHTD, BLOCK_LIMIT};
use crate::{
	chain::Fate,
	ensure, ensure_eq,
	report::bhtd,
	types::{
		account, address, call,
		data::{
			CampaignClosed, CampaignOpened, CampaignView, Claimable, Claimed, Contributed,
			DataAccountView, Delivered, FundsAdded, KeptReceipt, Ledger, RecordClosed, Revoked,
		},
		fields, list, number, Call,
	},
	Result,
};
use subxt::{
	dynamic::{tx, Value},
	ext::scale_value::Composite,
	utils::AccountId32,
};

/// After how many blocks the campaign begins: time to open it, to consent and to order.
const AHEAD: u32 = 4;

/// For how many blocks its funds stream.
const WINDOW: u32 = 30;

/// What streams in a block, in planck.
const RATE: u128 = BHTD / 50;

/// What Charlie pays for the campaign.
const FUNDS: u128 = RATE * WINDOW as u128;

/// The provider's part of what streams, in millionths.
const PROVIDER_SHARE: u32 = 100_000;

/// The whole, in millionths.
const MILLION: u128 = 1_000_000;

/// What Carol is lent, so that she can afford coffee.
const LOAN: u128 = 20 * BHTD;

/// Why deposits of the data rewards are held.
const DEPOSIT: &str = "DataRewards::Deposit";

/// The sponsor.
const CHARLIE: Who = |cast| &cast.charlie;

/// Who collects the data.
const DAVE: Who = |cast| &cast.dave;

/// The contributors, in the order of the weights.
const PEOPLE: [Who; 2] = [EVE, CAROL];

const EVE: Who = |cast| &cast.eve;
const CAROL: Who = |cast| &cast.carol;

/// The campaign, once it is open.
#[derive(Default)]
pub struct Campaign {
	id: u32,
	/// The first block in which funds stream.
	from: u32,
	/// The first in which they do not.
	until: u32,
	/// The first in which nothing is delivered any more.
	closes: u32,
	/// What a person is paid at most of its fees, in millionths.
	share: u128,
	/// From which blocks on which weights Eve and Carol have.
	weights: Vec<(u32, [u128; 2])>,
	/// What both were paid.
	claimed: u128,
	/// What the provider was paid.
	delivered: u128,
}

impl Campaign {
	/// A call about the campaign.
	fn call<const N: usize>(&self, name: &str, more: [(&str, Value); N]) -> Call {
		let mut arguments = vec![("campaign", number(self.id))];
		arguments.extend(more);
		tx("DataRewards", name, Composite::named(arguments))
	}

	fn contribute_call(&self, receipts: &[u64]) -> Call {
		let receipts = list(receipts.iter().map(|receipt| number(*receipt)));
		let commitment = Value::from_bytes([3; 32]);
		self.call("contribute", [("receipts", receipts), ("commitment", commitment)])
	}

	fn consent_call(&self) -> Call {
		let pointer = Value::from_bytes("ipfs://consent");
		let commitment = Value::from_bytes([4; 32]);
		self.call("consent", [("commitment", commitment), ("pointer", pointer)])
	}

	fn claim_call(&self) -> Call {
		self.call("claim", [])
	}

	/// From `block` on somebody has another weight.
	fn reweigh(&mut self, block: u32, person: usize, weight: u128) {
		let mut weights = self.weights.last().map(|(_, weights)| *weights).unwrap_or_default();
		weights[person] = weight;
		self.weights.push((block, weights));
	}

	/// What has accrued to both until `block`, rounded down at every change.
	fn accrued(&self, block: u32) -> [u128; 2] {
		let end = block.min(self.until);
		let ends = self.weights.iter().skip(1).map(|(from, _)| *from).chain([end]);
		let mut accrued = [0; 2];
		for ((from, weights), to) in self.weights.iter().zip(ends) {
			let streamed = RATE * u128::from(to.min(end).saturating_sub(*from));
			let shared = streamed - streamed * u128::from(PROVIDER_SHARE) / MILLION;
			let total: u128 = weights.iter().sum();
			for (accrued, weight) in accrued.iter_mut().zip(weights) {
				*accrued += (shared * weight).checked_div(total).unwrap_or_default();
			}
		}
		accrued
	}

	/// What a person is paid at most for receipts with these fees.
	fn bound(&self, fees: u128) -> u128 {
		fees * self.share / MILLION
	}
}

/// The opening of a campaign with a window and a provider's share.
fn open_call(provider: &AccountId32, window: [u32; 3], provider_share: u32) -> Call {
	let [from, until, closes] = window.map(number);
	let terms = [
		("purpose", Value::from_bytes("Which coffee people like")),
		("schema", Value::from_bytes([5; 32])),
		("categories", list([])),
		("merchants", list([])),
		("window", fields([("from", from), ("until", until), ("closes", closes)])),
		("cap_per_receipt", number(BHTD)),
		("cap_per_person", number(10 * BHTD)),
		("provider", account(provider)),
		("provider_share", number(provider_share)),
		("minimum", number(2u8)),
		(
			"split",
			fields([
				("contributors", number(5_000u16)),
				("provider", number(4_000u16)),
				("treasury", number(1_000u16)),
			]),
		),
	];
	call("DataRewards", "open_campaign", [("terms", fields(terms)), ("funds", number(FUNDS))])
}

impl Story {
	async fn campaign_view(&self) -> Result<Option<CampaignView>> {
		self.state.view("DataRewards", "campaign", vec![number(self.campaign.id)]).await
	}

	/// The money of the campaign, which is where the ledger says.
	async fn ledger(&self) -> Result<Ledger> {
		let view = self.campaign_view().await?.ok_or("the campaign is gone")?;
		let ledger = view.ledger;
		ensure_eq("what came in", ledger.held() + ledger.paid(), ledger.funded)?;
		let existential: u128 = self.state.constant("Balances", "ExistentialDeposit")?;
		let pot = self.state.funds(&view.pot).await?;
		ensure_eq("what is in the pot", pot.free, ledger.held() + existential)?;
		Ok(ledger)
	}

	async fn claimable(&self, who: Who) -> Result<Claimable> {
		let arguments = vec![number(self.campaign.id), account(&who(&self.cast).id)];
		let found: Option<Claimable> =
			self.state.view("DataRewards", "claimable", arguments).await?;
		found.ok_or_else(|| "there is no record".into())
	}

	/// What has accrued to somebody is what streamed by its weight, but for what rounding takes.
	fn check_accrued(&self, person: usize, found: Claimable) -> Result<()> {
		let expected = self.campaign.accrued(self.state.number() as u32)[person];
		let accrued = found.paid + found.payable + found.reserved;
		let changes = self.campaign.weights.len() as u128;
		ensure!(
			accrued.abs_diff(expected) <= changes,
			"{accrued} planck have accrued, not {expected}"
		);
		Ok(())
	}

	async fn receipts(&self, who: Who) -> Result<Vec<KeptReceipt>> {
		let arguments = vec![account(&who(&self.cast).id)];
		let found: Option<DataAccountView> =
			self.state.view("DataRewards", "data_account", arguments).await?;
		Ok(found.ok_or("there is no data account")?.receipts)
	}

	async fn data_deposit(&self, who: Who) -> Result<u128> {
		self.state.held(&who(&self.cast).id, DEPOSIT).await
	}
}

/// The sponsor pays in advance, into a pot that has no key.
pub async fn open(story: &mut Story) -> Result<Notes> {
	let [quiet, aftermath] = ["QuietPeriod", "ShortestAftermath"]
		.map(|name| story.state.constant::<u32>("DataRewards", name));
	let (quiet, aftermath) = (quiet?, aftermath?);
	ensure!(quiet * 2 < WINDOW, "a quiet period of {quiet} blocks is too long for a story");
	let from = story.state.number() as u32 + AHEAD;
	let (until, closes) = (from + WINDOW, from + WINDOW + aftermath);
	let provider = story.cast.dave.id;
	let open = |window, share| open_call(&provider, window, share);
	let too_short = open([from, from + quiet, closes], PROVIDER_SHARE);
	let too_greedy = open([from, until, closes], 600_000);
	let loan = [("dest", address(&story.cast.carol.id)), ("value", number(LOAN))];
	let included = story
		.expect(|cast| {
			let charlie = &cast.charlie;
			vec![
				(charlie, open([from, until, closes], PROVIDER_SHARE), None),
				(charlie, too_short, Some("DataRewards::WindowOutOfBounds")),
				(charlie, too_greedy, Some("DataRewards::ProviderShareTooHigh")),
				(&cast.alice, call("Balances", "transfer_keep_alive", loan), None),
			]
		})
		.await?;
	let CampaignOpened { campaign: id, .. } = included[0].event()?;
	let (sponsor, amount) = (story.cast.charlie.id, FUNDS);
	included[0].emitted(&[CampaignOpened { campaign: id, sponsor, provider }])?;
	included[0].emitted(&[FundsAdded { campaign: id, who: sponsor, amount }])?;
	let share = u128::from(story.state.constant::<u32>("DataRewards", "PayoutShare")?);
	story.campaign = Campaign { id, from, until, closes, share, ..Default::default() };

	let ledger = story.ledger().await?;
	ensure_eq("the funds", (ledger.funds, ledger.funded), (FUNDS, FUNDS))?;
	let deposit = story.data_deposit(CHARLIE).await?;
	let existential: u128 = story.state.constant("Balances", "ExistentialDeposit")?;
	story
		.changed(&[
			(CHARLIE, &|charlie| {
				charlie.free -= FUNDS + existential + deposit;
				charlie.reserved += deposit;
			}),
			(CAROL, &|carol| carol.free += LOAN),
		])
		.await?;
	Ok(vec![
		format!(
			"{} stream over {WINDOW} blocks, a tenth of it to Dave, who collects.",
			bhtd(FUNDS)
		),
		"A window too short to join in, and a provider who asks for too much, are refused.".into(),
		format!("Alice lends Carol {}.", bhtd(LOAN)),
	])
}

/// What was bought counts by its fee, once, for who bought it and consents.
pub async fn contribute(story: &mut Story) -> Result<Notes> {
	let campaign = &story.campaign;
	let open_account = || call("DataRewards", "open_data_account", [("slots", number(4u8))]);
	let without_consent = || campaign.contribute_call(&[0]);
	let [consent, again, by_frank] = [(); 3].map(|()| campaign.consent_call());
	let calls = [open_account(), without_consent(), consent, open_account(), again];
	story
		.expect(|cast| {
			let [by_eve, too_early, eve_consents, by_carol, carol_consents] = calls;
			vec![
				(&cast.eve, by_eve, None),
				(&cast.eve, too_early, Some("DataRewards::NotConsented")),
				(&cast.eve, eve_consents, None),
				(&cast.carol, by_carol, None),
				(&cast.carol, carol_consents, None),
				(&cast.frank, by_frank, Some("DataRewards::DataAccountNotFound")),
			]
		})
		.await?;
	let coffee = story.buy_coffee(&[EVE, EVE, CAROL]).await?;
	let (price, fee, earned) = (coffee.price, coffee.fee, coffee.earned);
	let merchant = story.cast.bob.id;
	for (who, orders) in PEOPLE.into_iter().zip([&coffee.orders[..2], &coffee.orders[2..]]) {
		let kept: Vec<_> = (0..)
			.zip(orders)
			.map(|(number, order)| KeptReceipt { number, order: *order, merchant, fee })
			.collect();
		ensure_eq("the receipts", story.receipts(who).await?, kept)?;
	}

	let campaign = &story.campaign;
	let [both, twice, foreign, own, by_frank] =
		[&[0, 1][..], &[1], &[1], &[0], &[0]].map(|receipts| campaign.contribute_call(receipts));
	let included = story
		.expect(|cast| {
			vec![
				(&cast.eve, both, None),
				(&cast.eve, twice, Some("DataRewards::ReceiptUsed")),
				(&cast.carol, foreign, Some("DataRewards::ReceiptNotFound")),
				(&cast.carol, own, None),
				(&cast.frank, by_frank, Some("DataRewards::NotConsented")),
			]
		})
		.await?;
	let mut joined = Vec::new();
	for (person, (index, weight)) in [(0, 2 * fee), (3, fee)].into_iter().enumerate() {
		let who = PEOPLE[person](&story.cast).id;
		included[index].emitted(&[Contributed { campaign: story.campaign.id, who, weight }])?;
		joined.push((included[index].state.number() as u32, person, weight));
	}
	joined.sort();
	let first = joined[0].0;
	for (block, person, weight) in joined {
		story.campaign.reweigh(block, person, weight);
	}
	let ledger = story.ledger().await?;
	let waiting = RATE * u128::from(first - story.campaign.from);
	ensure_eq("who shares, and what waits", (ledger.contributors, ledger.waiting), (2, waiting))?;

	let [eves, carols] = [story.data_deposit(EVE).await?, story.data_deposit(CAROL).await?];
	story
		.changed(&[
			(EVE, &|eve| {
				eve.free -= 2 * price + eves;
				eve.reserved += eves;
				eve.points += 2 * earned;
			}),
			(CAROL, &|carol| {
				carol.free -= price + carols;
				carol.reserved += carols;
				carol.points += earned;
			}),
			(|cast| &cast.bob, &|bob| bob.free += 3 * (price - fee)),
		])
		.await?;
	Ok(vec![
		format!("Eve buys two bags and Carol one; each has a fee of {}.", bhtd(fee)),
		"Refused: without consent, the same receipt again, and another's.".into(),
		format!("The {} that streamed before are nobody's but Charlie's.", bhtd(waiting)),
	])
}

/// Whoever revokes has no part in what comes, and keeps its part of what came.
pub async fn revoke(story: &mut Story) -> Result<Notes> {
	let fees = story.claimable(EVE).await?.weight;
	let deposit = story.data_deposit(EVE).await?;
	let revoke = story.campaign.call("revoke", []);
	let included = story.succeed(EVE, revoke).await?;
	let (campaign, who) = (story.campaign.id, story.cast.eve.id);
	included.emitted(&[Revoked { campaign, who }])?;
	story.campaign.reweigh(included.state.number() as u32, 0, 0);
	let earned = story.claimable(EVE).await?;
	story.check_accrued(0, earned)?;
	let accrued = earned.payable + earned.reserved;
	let due = accrued.min(story.campaign.bound(fees));
	ensure_eq("Eve's part", (earned.weight, earned.payable), (0, due))?;
	ensure!(due > 0, "nothing has accrued to Eve");

	let (again, claim) = (story.campaign.contribute_call(&[1]), story.campaign.claim_call());
	let included = story
		.expect(|cast| {
			vec![(&cast.eve, again, Some("DataRewards::NotConsented")), (&cast.eve, claim, None)]
		})
		.await?;
	included[1].emitted(&[Claimed { campaign, who, amount: due }])?;
	story.campaign.claimed += due;
	ensure_eq("who shares", story.ledger().await?.contributors, 1)?;
	let returned = deposit - story.data_deposit(EVE).await?;
	ensure!(returned > 0, "the deposit for Eve's consent is still held");
	story
		.changed(&[(EVE, &|eve| {
			eve.free += due + returned;
			eve.reserved -= returned;
		})])
		.await?;
	Ok(vec![
		format!("She has earned {}, which grows no more; she is paid all of it.", bhtd(due)),
		format!("The deposit for her consent, {}, is hers again.", bhtd(returned)),
	])
}

/// The fee comes out of what the claim brings, which is bound by what was paid for coffee.
pub async fn claim(story: &mut Story) -> Result<Notes> {
	let (carol, wallet) = (story.cast.carol.id, story.cast.wallet.id);
	let existential: u128 = story.state.constant("Balances", "ExistentialDeposit")?;
	let send_all = [("dest", address(&wallet)), ("keep_alive", Value::bool(true))];
	let had = story.state.funds(&wallet).await?.free;
	story.succeed(CAROL, call("Balances", "transfer_all", send_all)).await?;
	let sent = story.state.funds(&wallet).await?.free - had;
	ensure_eq("what Carol has left", story.state.funds(&carol).await?.free, existential)?;
	let gift = [("dest", address(&wallet)), ("value", number(1u8))];
	let gift = call("Balances", "transfer_keep_alive", gift);
	for fate in story.submit(|cast| vec![(&cast.carol, gift)]).await? {
		let Fate::Refused(reason) = fate else {
			return Err("Carol pays a fee with BHTD that she does not have".into());
		};
		ensure_eq("why a gift is refused", reason.as_str(), "Payment")?;
	}

	let bound = story.campaign.bound(story.claimable(CAROL).await?.weight);
	let found = loop {
		let found = story.claimable(CAROL).await?;
		story.check_accrued(1, found)?;
		ensure_eq(
			"what Carol can be paid",
			found.payable,
			bound.min(found.payable + found.reserved),
		)?;
		if found.payable == bound {
			break found;
		}
		let next = story.state.number() + 1;
		ensure!(next < u64::from(story.campaign.until), "too little has streamed to Carol");
		story.state = story.chain.wait_for_block(next, BLOCK_LIMIT * 2).await?;
	};
	ensure_eq("what she was paid", found.paid, 0)?;
	let claim = story.campaign.claim_call();
	let included = story.succeed(CAROL, claim).await?;
	let campaign = story.campaign.id;
	included.emitted(&[Claimed { campaign, who: carol, amount: bound }])?;
	let fee = Story::fee(&included)?;
	ensure!(fee > 0 && fee < bound, "a claim of {bound} costs {fee}");
	story.campaign.claimed += bound;

	let deliver =
		[("batch", Value::from_bytes([6; 32])), ("pointer", Value::from_bytes("ipfs://"))];
	let deliver = story.campaign.call("deliver", deliver);
	let included = story.succeed(DAVE, deliver).await?;
	let share = u128::from(PROVIDER_SHARE);
	let paid = story.campaign.claimed * share / (MILLION - share);
	included.emitted(&[Delivered { campaign, paid }])?;
	story.campaign.delivered = paid;
	let ledger = story.ledger().await?;
	ensure_eq("what was paid", (ledger.claimed, ledger.delivered), (story.campaign.claimed, paid))?;
	story
		.changed(&[
			(CAROL, &|carol| carol.free = carol.free + bound - sent),
			(|cast| &cast.wallet, &|wallet| wallet.free += sent),
			(DAVE, &|dave| dave.free += paid),
		])
		.await?;
	Ok(vec![
		format!("She has sent {} to her wallet, and could not even pay for a gift.", bhtd(sent)),
		format!(
			"She gets {}, which her fees allow; the fee of {} comes out of it.",
			bhtd(bound),
			bhtd(fee)
		),
		format!("Dave delivers, and gets {}: a ninth of what contributors got.", bhtd(paid)),
	])
}

/// Deposits come back, what nobody earned is the sponsor's, and what was above the bounds the treasury's.
pub async fn end(story: &mut Story) -> Result<Notes> {
	let closes = u64::from(story.campaign.closes);
	let blocks = closes.saturating_sub(story.state.number()) as u32;
	if blocks > 0 {
		story.state = story.chain.wait_for_block(closes, BLOCK_LIMIT * (blocks + 1)).await?;
	}
	let before = story.ledger().await?;
	let close_account = || call("DataRewards", "close_data_account", []);
	let campaign = &story.campaign;
	let [by_eve, by_carol] = [(); 2].map(|()| campaign.claim_call());
	let deposit = [CHARLIE, EVE, CAROL].map(|who| who(&story.cast).id);
	let mut deposits = Vec::new();
	for who in deposit {
		deposits.push(story.state.held(&who, DEPOSIT).await?);
	}
	let [charlies, eves, carols] = deposits[..] else {
		return Err("there are three deposits".into());
	};
	let included = story
		.expect(|cast| {
			let (eve, carol) = (&cast.eve, &cast.carol);
			vec![
				(eve, close_account(), Some("DataRewards::RecordsOpen")),
				(eve, by_eve, None),
				(eve, close_account(), None),
				(carol, by_carol, None),
				(carol, close_account(), None),
			]
		})
		.await?;
	let id = story.campaign.id;
	let (mut forfeited, mut paid) = (0, [0; 2]);
	for (person, index) in [1, 3].into_iter().enumerate() {
		let closed: RecordClosed = included[index].event()?;
		let who = PEOPLE[person](&story.cast).id;
		ensure_eq("whose record it was", (closed.campaign, closed.who), (id, who))?;
		forfeited += closed.forfeited;
		let claims: Vec<Claimed> = included[index].all()?;
		paid[person] = claims.iter().map(|claim| claim.amount).sum();
	}
	ensure_eq("what both were still due", before.reserved, forfeited + paid[0] + paid[1])?;
	let (claimed, delivered) =
		(story.campaign.claimed + paid[0] + paid[1], story.campaign.delivered);

	let close = story.campaign.call("close_campaign", []);
	let included = story.succeed(|cast| &cast.frank, close).await?;
	included.emitted(&[CampaignClosed {
		campaign: id,
		funded: FUNDS,
		claimed,
		delivered,
		forfeited,
	}])?;
	ensure_eq("the campaign", story.campaign_view().await?, None)?;
	let existential: u128 = story.state.constant("Balances", "ExistentialDeposit")?;
	let left = FUNDS - claimed - delivered - forfeited;
	story
		.changed(&[
			(CHARLIE, &|charlie| {
				charlie.free += left + existential + charlies;
				charlie.reserved -= charlies;
			}),
			(EVE, &|eve| {
				eve.free += eves + paid[0];
				eve.reserved -= eves;
			}),
			(CAROL, &|carol| {
				carol.free += carols + paid[1];
				carol.reserved -= carols;
			}),
		])
		.await?;
	Ok(vec![
		format!("Eve and Carol have their deposits again, {} and {}.", bhtd(eves), bhtd(carols)),
		format!("What accrued above the bounds, {}, is the treasury's.", bhtd(forfeited)),
		format!("Of {} Charlie has {} back.", bhtd(FUNDS), bhtd(left)),
	])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn stream_is_shared_by_weight_from_change_to_change() {
		let mut campaign = Campaign { until: 100, share: 400_000, ..Default::default() };
		assert_eq!(campaign.accrued(50), [0, 0]);
		campaign.reweigh(10, 0, 2);
		campaign.reweigh(10, 1, 1);
		let shared = RATE * 9 / 10;
		assert_eq!(campaign.accrued(13), [2 * shared, shared]);
		// Eve leaves.
		campaign.reweigh(13, 0, 0);
		assert_eq!(campaign.accrued(15), [2 * shared, 3 * shared]);
		// Nothing streams after the window.
		assert_eq!(campaign.accrued(1_000), [2 * shared, 88 * shared]);
		assert_eq!(campaign.bound(101), 40);
	}
}
