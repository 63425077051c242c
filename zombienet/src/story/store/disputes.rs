//! What the arbiter decides, and nobody else.

use super::{Notes, Open, Story, Who, ARBITER_FEE, BHTD, COFFEE, MILLION};
use crate::{
	ensure, ensure_eq,
	report::bhtd,
	story::powers::{as_account, by_reason, unchanged},
	types::{address, call, number, Amounts, Call, OrderState, OrderStep},
	Result,
};

/// What the merchant gets, in millionths.
const SHARE: u128 = 300_000;

/// What the merchant pays besides.
const PENALTY: u128 = BHTD;

/// Every call with which somebody with power over the chain would close the order, or take what is on
/// hold for it.
fn grabs(story: &Story, open: &Open) -> Result<Vec<Call>> {
	let (eve, alice) = (&story.cast.eve, &story.cast.alice);
	let more_than_free = story.before.of(eve)?.free + 1;
	let take = [
		("source", address(&eve.id)),
		("dest", address(&alice.id)),
		("value", number(more_than_free)),
	];
	Ok(vec![
		open.resolve_call(MILLION, 0),
		open.refund_call(open.paid),
		open.call("cancel", []),
		open.call("confirm", []),
		open.call("settle", []),
		call("Balances", "force_transfer", take),
	])
}

/// Neither party decides, nor the root key, nor the council; and none of them takes the escrow.
pub async fn powers(story: &mut Story) -> Result<Notes> {
	let open = story.place(story.shop.coffee, 2, |cast| &cast.eve, None).await?;
	story.ship(&open).await?;
	let included = story
		.expect(|cast| {
			vec![
				(&cast.eve, open.dispute_call(), None),
				(&cast.frank, open.dispute_call(), Some("Store::NotParty")),
				(&cast.eve, open.dispute_call(), Some("Store::WrongState")),
			]
		})
		.await?;
	let period: u32 = story.state.constant("Store", "ArbitrationPeriod")?;
	let deadline = included[0].state.number() as u32 + period;
	let by = story.cast.eve.id;
	included[0].emitted(&[open.advanced(OrderStep::Disputed { by, deadline })])?;
	let disputed = story.open_order(open.id).await?;
	let state = disputed.as_ref().map(|view| view.order.state);
	ensure_eq("the state of the order", state, Some(OrderState::Disputed))?;

	let resolve = || open.resolve_call(MILLION / 2, 0);
	story
		.expect(|cast| {
			vec![
				(&cast.bob, resolve(), Some("Store::NotArbiter")),
				(&cast.bob, open.call("cancel", []), Some("Store::WrongState")),
				(&cast.eve, resolve(), Some("Store::NotArbiter")),
				(&cast.eve, open.call("confirm", []), Some("Store::WrongState")),
				(&cast.frank, open.call("settle", []), Some("Store::DeadlineNotReached")),
			]
		})
		.await?;
	let mut notes =
		vec!["Bob and Eve cannot decide, and what is disputed does not complete.".into()];
	let as_root = story.refused_as_root(grabs(story, &open)?).await?;
	notes.extend(by_reason(as_root).into_iter().map(|refused| format!("as root, {refused}")));
	let mut motions = grabs(story, &open)?;
	motions.push(as_account(&story.cast.ferdie.id, resolve()));
	let by_council = story.refused_by_council(motions).await?;
	notes.extend(by_reason(by_council).into_iter().map(|refused| format!("by council, {refused}")));

	ensure_eq("the order", story.open_order(open.id).await?, disputed)?;
	unchanged(story).await?;
	story.shop.disputed = Some(open);
	Ok(notes)
}

/// The arbiter is paid first, the rest is split, and a penalty comes out of the margin's excess.
pub async fn resolve(story: &mut Story) -> Result<Notes> {
	let (eve, ferdie): (Who, Who) = (|cast| &cast.eve, |cast| &cast.ferdie);
	let open = story.shop.disputed.take().ok_or("there is no dispute")?;
	let (paid, deposit) = (open.paid.bhtd, story.shop.deposit);
	ensure_eq("what is disputed about", paid, 2 * COFFEE)?;
	let arbiter_fee = paid * u128::from(ARBITER_FEE) / MILLION;
	let rest = paid - arbiter_fee;
	let to_merchant = rest * SHARE / MILLION;
	let refund = rest - to_merchant;
	let fee = story.shop.fee(to_merchant);
	let excess = story.before.margin()?.capacity;
	ensure!(excess > PENALTY, "Bob's margin has no excess");

	story
		.expect(|cast| {
			let resolve = |share, penalty| open.resolve_call(share, penalty);
			vec![
				(&cast.ferdie, resolve(MILLION, 1), Some("Store::PenaltyWithoutFault")),
				(&cast.ferdie, resolve(SHARE, paid + 1), Some("Store::PenaltyTooHigh")),
			]
		})
		.await?;
	let included = story.succeed(ferdie, open.resolve_call(SHARE, PENALTY)).await?;
	let amounts = |bhtd| Amounts { bhtd, points: 0 };
	included.emitted(&[open.advanced(OrderStep::Resolved {
		decided: true,
		to_merchant: amounts(to_merchant),
		refund: amounts(refund),
		fee: fee.total,
		arbiter_fee,
		penalty: PENALTY,
	})])?;
	story.check_fee(&included, fee).await?;
	ensure_eq("the closed order", story.open_order(open.id).await?, None)?;
	let after = story
		.changed(&[
			(eve, &|eve| {
				eve.free += deposit + refund + PENALTY;
				eve.reserved -= deposit + paid;
			}),
			(|cast| &cast.bob, &|bob| {
				bob.free += to_merchant - fee.total;
				bob.reserved -= PENALTY;
			}),
			(ferdie, &|ferdie| ferdie.free += arbiter_fee),
		])
		.await?;
	ensure_eq("what is held", after.margin()?.held, story.before.margin()?.held - PENALTY)?;
	ensure_eq("what is owed", after.margin()?.owed, story.before.margin()?.owed)?;

	let again = open.resolve_call(SHARE, PENALTY);
	story.expect(|cast| vec![(&cast.ferdie, again, Some("Store::OrderNotFound"))]).await?;
	Ok(vec![
		format!(
			"Ferdie gets {}, Bob {}, Eve {}.",
			bhtd(arbiter_fee),
			bhtd(to_merchant),
			bhtd(refund)
		),
		format!("The fee of {} is Bob's; the order earns nothing.", bhtd(fee.total)),
		format!("Bob's margin pays {} to Eve.", bhtd(PENALTY)),
	])
}
