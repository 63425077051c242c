//! Yuan that are given back: the institution pays, or its margin does.

use super::{currency::MINIMUM, institution_role, Notes, Story, Who, CHARLIE, MINUTE, YUAN};
use crate::{
	chain::Included,
	ensure_eq,
	report::{bhtd, yuan},
	story::{Change, BHTD, BLOCK_LIMIT},
	types::{
		account,
		anchor::{
			Action, Ground, Institution, Limit, Move, Outcome, PaymentClaimed, Progress,
			Redemption, RedemptionAsked, RedemptionClosed, RedemptionId, RedemptionView, Standing,
		},
		call, number, Call,
	},
	Result,
};
use subxt::dynamic::Value;

/// What Bob redeems first, and is not paid.
const UNPAID: u128 = 60 * YUAN;

/// What Bob redeems then.
const PAID: u128 = 50 * YUAN;

/// What the number of Bob's invoice is.
const REFERENCE: &[u8] = b"invoice 17";

/// The part of a compensation that is at stake by an objection: a tenth.
const STAKE: u128 = 10;

/// Why the deposit for a redemption is held.
const DEPOSIT: &str = "Anchor::Deposit";

const BOB: Who = |cast| &cast.bob;

/// A call about a redemption by somebody else than the institution.
fn about(name: &str, redemption: RedemptionId) -> Call {
	call("Anchor", name, [("redemption", redemption.into())])
}

impl Story {
	fn redeem_call(&self, units: u128, min_compensation: u128) -> Result<Call> {
		let more = [
			("institution", account(&self.cast.charlie.id)),
			("amount", number(units)),
			("min_compensation", number(min_compensation)),
			("reference", Value::from_bytes(REFERENCE)),
		];
		self.anchor_call("redeem", more)
	}

	fn claim_paid_call(&self, redemption: RedemptionId) -> Result<Call> {
		let evidence = Value::from_bytes([3; 32]);
		let more = [("number", number(redemption.number)), ("evidence", evidence)];
		self.anchor_call("claim_paid", more)
	}

	async fn quote_redemption(&self, units: u128) -> Result<Option<u128>> {
		let charlie = account(&self.cast.charlie.id);
		let arguments = vec![number(self.currency()?), charlie, number(units)];
		self.state.view("Anchor", "quote_redemption", arguments).await
	}

	async fn redemption(&self, id: RedemptionId) -> Result<Option<RedemptionView>> {
		self.state.view("Anchor", "redemption", vec![id.into()]).await
	}

	/// Checks a redemption of Bob's that has just been asked for.
	async fn asked(
		&self,
		included: &Included,
		units: u128,
		(worth, penalty): (u128, u128),
	) -> Result<RedemptionId> {
		let asked: RedemptionAsked = included.event()?;
		let (holder, deadline) = (self.cast.bob.id, included.state.number() as u32 + MINUTE);
		let id = RedemptionId {
			currency: self.currency()?,
			institution: self.cast.charlie.id,
			number: asked.redemption.number,
		};
		let expected = RedemptionAsked {
			redemption: id,
			holder,
			amount: units,
			compensation: worth,
			penalty,
			deadline,
			reference: REFERENCE.to_vec(),
		};
		ensure_eq("what is asked", &asked, &expected)?;
		let redemption = Redemption {
			holder,
			amount: units,
			compensation: worth,
			penalty,
			is_small: false,
			state: Progress::Asked,
			deadline,
			reference: REFERENCE.to_vec(),
		};
		let to_move = |action, who, from, until| Move { action, who, from, until };
		let moves = vec![
			to_move(Action::ClaimPaid, Some(id.institution), None, Some(deadline)),
			to_move(Action::Acknowledge, Some(holder), None, None),
			to_move(Action::Settle, None, Some(deadline), None),
		];
		let expected = RedemptionView { redemption, stake: worth.div_ceil(STAKE), moves };
		ensure_eq("the redemption", self.redemption(id).await?, Some(expected))?;
		Ok(id)
	}

	/// What an institution owes for some of its yuan, and for not paying them: their share, rounded down.
	fn share(institution: &Institution, units: u128) -> (u128, u128) {
		let of = |owed: u128| owed * units / institution.outstanding;
		(of(institution.owed), of(institution.penalties))
	}
}

/// The margin owes for what was redeemed, and nobody can settle before the deadline.
pub async fn ignored(story: &mut Story) -> Result<Notes> {
	let before = story.institution().await?.institution;
	let (worth, penalty) = Story::share(&before, UNPAID);
	let redeem = story.redeem_call(UNPAID, worth)?;
	let included = story.succeed(BOB, redeem).await?;
	let id = story.asked(&included, UNPAID, (worth, penalty)).await?;
	let deposit = story.state.held(&story.cast.bob.id, DEPOSIT).await?;
	let settle = about("settle", id);
	story.expect(|cast| vec![(&cast.ferdie, settle, Some("Anchor::DeadlineNotReached"))]).await?;
	story
		.changed(&[(BOB, &|bob| {
			bob.free -= deposit;
			bob.reserved += deposit;
			bob.yuan -= UNPAID;
		})])
		.await?;
	let now = story.institution().await?.institution;
	let expected = (before.outstanding - UNPAID, UNPAID);
	ensure_eq("the yuan that Charlie owes", (now.outstanding, now.pending), expected)?;
	let expected = (before.owed - worth, before.penalties - penalty);
	ensure_eq("what Charlie owes", (now.owed, now.penalties), expected)?;
	story.exchange.unpaid = Some(id);
	Ok(vec![format!(
		"{} are burnt; Charlie has {MINUTE} blocks, and the margin owes {} meanwhile, and {} for not paying.",
		yuan(UNPAID),
		bhtd(worth),
		bhtd(penalty)
	)])
}

/// The institution says that it has paid, the holder agrees, and the margin owes no more for it.
pub async fn paid(story: &mut Story) -> Result<Notes> {
	let before = story.institution().await?.institution;
	let (worth, penalty) = Story::share(&before, PAID);
	ensure_eq("the compensation", story.quote_redemption(PAID).await?, Some(worth))?;
	let more_than_there_is = before.outstanding + 1;
	ensure_eq("for too much", story.quote_redemption(more_than_there_is).await?, None)?;
	let more_than_bobs = story.before.of(&story.cast.bob)?.yuan + 1;
	let redeem = |units, least| story.redeem_call(units, least);
	let tries = [
		(redeem(MINIMUM - 1, 0)?, Some("Anchor::BelowMinimumRedemption")),
		(redeem(PAID, worth + 1)?, Some("Anchor::BelowMinCompensation")),
		(redeem(more_than_bobs, 0)?, Some("Anchor::InsufficientTokens")),
		(redeem(PAID, worth)?, None),
	];
	let by_himself = redeem(PAID, 0)?;
	let held = story.state.held(&story.cast.bob.id, DEPOSIT).await?;
	let included = story
		.expect(|cast| {
			let mut calls = vec![(&cast.charlie, by_himself, Some("Anchor::OwnTokens"))];
			calls.extend(tries.into_iter().map(|(call, error)| (&cast.bob, call, error)));
			calls
		})
		.await?;
	let id = story.asked(&included[4], PAID, (worth, penalty)).await?;
	let deposit = story.state.held(&story.cast.bob.id, DEPOSIT).await? - held;
	story
		.changed(&[(BOB, &|bob| {
			bob.free -= deposit;
			bob.reserved += deposit;
			bob.yuan -= PAID;
		})])
		.await?;

	let (by_dave, claim) = (story.claim_paid_call(id)?, story.claim_paid_call(id)?);
	let included = story
		.expect(|cast| {
			vec![
				(&cast.dave, by_dave, Some("Anchor::RedemptionNotFound")),
				(&cast.eve, about("acknowledge", id), Some("Anchor::NotHolder")),
				(&cast.eve, about("settle", id), Some("Anchor::DeadlineNotReached")),
				(&cast.charlie, claim, None),
			]
		})
		.await?;
	let deadline = included[3].state.number() as u32 + MINUTE;
	included[3].emitted(&[PaymentClaimed { redemption: id, deadline }])?;
	let state = story.redemption(id).await?.map(|view| view.redemption.state);
	ensure_eq("how far it has come", state, Some(Progress::Claimed))?;
	let included = story.succeed(BOB, about("acknowledge", id)).await?;
	let (ground, outcome) = (Ground::Acknowledged, Outcome::Paid { forfeited: 0 });
	included.emitted(&[RedemptionClosed { redemption: id, ground, outcome }])?;
	ensure_eq("the redemption", story.redemption(id).await?, None)?;

	story.changed(&[(BOB, &|bob| bob.yuan -= PAID)]).await?;
	let expected = Institution {
		outstanding: before.outstanding - PAID,
		owed: before.owed - worth,
		penalties: before.penalties - penalty,
		redemptions: before.redemptions + 1,
		..before
	};
	ensure_eq("the institution", story.institution().await?.institution, expected)?;
	Ok(vec![
		format!("{} are burnt; {} would compensate for them.", yuan(PAID), bhtd(worth)),
		"Charlie claims to have paid, Bob acknowledges, and the deposit is his again.".into(),
	])
}

/// Anybody has the margin pay, with a penalty; whoever is in default mints no more until admitted again.
pub async fn settled(story: &mut Story) -> Result<Notes> {
	let id = story.exchange.unpaid.take().ok_or("everything was paid")?;
	let open = story.redemption(id).await?.ok_or("the redemption is gone")?.redemption;
	let deposit = story.state.held(&open.holder, DEPOSIT).await?;
	let deadline = u64::from(open.deadline);
	let blocks = deadline.saturating_sub(story.state.number()) as u32;
	story.state = story.chain.wait_for_block(deadline, BLOCK_LIMIT * (blocks + 1)).await?;
	let claim = story.claim_paid_call(id)?;
	story.expect(|cast| vec![(&cast.charlie, claim, Some("Anchor::DeadlinePassed"))]).await?;

	let included = story.succeed(|cast| &cast.ferdie, about("settle", id)).await?;
	let (compensation, penalty) = (open.compensation, open.penalty);
	let outcome = Outcome::Compensated { compensation, penalty, in_default: true };
	included.emitted(&[RedemptionClosed { redemption: id, ground: Ground::Overdue, outcome }])?;
	let total = compensation + penalty;
	let changes: [Change; 2] = [
		(BOB, &|bob| {
			bob.free += total + deposit;
			bob.reserved -= deposit;
		}),
		(CHARLIE, &|charlie| charlie.reserved -= total),
	];
	story.changed(&changes).await?;
	let (again, mint) = (about("settle", id), story.mint_call(YUAN, BHTD)?);
	story
		.expect(|cast| {
			vec![
				(&cast.ferdie, again, Some("Anchor::RedemptionNotFound")),
				(&cast.charlie, mint, Some("Anchor::NotAdmitted")),
			]
		})
		.await?;
	let view = story.institution().await?;
	let found = (view.institution.standing, view.institution.pending, view.limit);
	ensure_eq("the institution", found, (Standing::Defaulted, 0, Limit::Standing))?;
	story.admit().await?;
	let view = story.institution().await?;
	ensure_eq("the institution", view.institution.standing, Standing::Admitted)?;
	story.changed(&changes).await?;
	let margin = story.margin_of(CHARLIE, institution_role()).await?.ok_or("no margin")?;
	let owed = view.institution.owed + view.institution.penalties;
	ensure_eq("what the margin owes", margin.owed, owed)?;
	Ok(vec![
		"It is too late to claim that it was paid.".into(),
		format!(
			"Ferdie has it settled: Bob gets {} and {} more.",
			bhtd(compensation),
			bhtd(penalty)
		),
		"Charlie can mint no more, until he is admitted again.".into(),
	])
}
