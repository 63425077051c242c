//! What the store refuses, and what anybody may do once a deadline has passed.

use super::{in_bhtd, Notes, Story, Who, Wish, BAGS, DEPOSIT, TIN};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, points},
	story::{powers::unchanged, BLOCK_LIMIT},
	types::{Amounts, Call, OrderStep, Product},
	Result,
};

/// Exactly one gets it, whoever the block's author puts first.
pub async fn race(story: &mut Story) -> Result<Notes> {
	let (eve, carol): (Who, Who) = (|cast| &cast.eve, |cast| &cast.carol);
	let tin = story.shop.tin;
	let quote = story.quote(tin, 1, eve).await?;
	ensure!(quote.available && quote.earned > 0, "the tin cannot be ordered: {quote:?}");
	let order = || Call::from(story.wish(tin, 1, quote));
	let (by_eve, by_carol) = (order(), order());
	let mut won = Vec::new();
	let mut refused = Vec::new();
	let fates = story.submit(|cast| vec![(&cast.eve, by_eve), (&cast.carol, by_carol)]).await?;
	for (fate, who) in fates.into_iter().zip([eve, carol]) {
		let included = fate.included()?;
		match included.error.clone() {
			None => won.push((who, included)),
			Some(error) => refused.push(error),
		}
	}
	ensure_eq("why the other is refused", refused, vec!["Store::OutOfStock".into()])?;
	let (buyer, included) = won.pop().ok_or("nobody got the tin")?;
	let name = buyer(&story.cast).name;
	let open = story.placed(&included, tin, 1, quote, buyer, buyer).await?;
	let deposit = story.state.held(&buyer(&story.cast).id, DEPOSIT).await?;
	ensure!(deposit > 0, "there is no deposit for an order");
	story
		.changed(&[(buyer, &|buyer| {
			buyer.free -= TIN + deposit;
			buyer.reserved += TIN + deposit;
		})])
		.await?;
	let product = story.product(tin).await?;
	ensure_eq("the stock and the orders", (product.stock, product.orders), (Some(0), 1))?;
	ensure!(!story.quote(tin, 1, eve).await?.available, "a tin that is sold out is for sale");

	let settle = open.call("settle", []);
	story.expect(|cast| vec![(&cast.frank, settle, Some("Store::DeadlineNotReached"))]).await?;
	story.shop.deposit = deposit;
	story.shop.not_shipped = Some(open);
	Ok(vec![
		format!("{name} was first and has {} on hold; the other is refused.", bhtd(TIN)),
		"Bob forgets to ship it. Until its deadline nobody can settle the order.".into(),
	])
}

/// Orders that cost more or earn less than accepted, name the wrong people or what cannot be had; and
/// calls about an order by those it does not concern.
pub async fn refused(story: &mut Story) -> Result<Notes> {
	let eve: Who = |cast| &cast.eve;
	let quote = story.quote(story.shop.coffee, 1, eve).await?;
	let good = story.wish(story.shop.coffee, 1, quote);
	let (too_dear, min_earned) = (in_bhtd(quote.price.bhtd - 1), quote.earned + 1);
	let mugs = story.quote(story.shop.mug, 5, eve).await?;
	let tin = story.quote(story.shop.tin, 1, eve).await?;
	let [alice, bob, ferdie, frank] =
		[&story.cast.alice, &story.cast.bob, &story.cast.ferdie, &story.cast.frank].map(|it| it.id);
	let orders = [
		(Wish { max_price: too_dear, ..good }, "AboveMaxPrice"),
		(Wish { min_earned, ..good }, "BelowMinEarned"),
		(Wish { revision: quote.revision + 1, ..good }, "RevisionChanged"),
		(Wish { quantity: 0, ..good }, "QuantityIsZero"),
		(Wish { quantity: BAGS, ..good }, "OutOfStock"),
		(story.wish(story.shop.tin, 1, tin), "OutOfStock"),
		(story.wish(story.shop.mug, 5, mugs), "InsufficientPoints"),
		(Wish { product: u64::MAX, ..good }, "ProductNotFound"),
		(Wish { arbiter: frank, ..good }, "ArbiterNotAccepted"),
		(Wish { arbiter: alice, ..good }, "ArbiterNotActive"),
		(Wish { recipient: Some(ferdie), ..good }, "ArbiterIsParty"),
		(Wish { recipient: Some(bob), ..good }, "OwnProduct"),
	];
	let reasons: Vec<_> = orders.iter().map(|(_, reason)| *reason).collect();
	let mut expected: Vec<_> = reasons.iter().map(|reason| format!("Store::{reason}")).collect();
	let open = story.shop.not_confirmed.ok_or("there is no open order")?;
	expected.extend(
		["NotMerchant", "NotArbiter", "NotBuyer", "NotMerchant", "NotBuyer", "OwnProduct"]
			.map(|reason| format!("Store::{reason}")),
	);
	let fates = story
		.submit(|cast| {
			let (bob, eve, frank) = (&cast.bob, &cast.eve, &cast.frank);
			let mut calls: Vec<_> =
				orders.into_iter().map(|(wish, _)| (eve, Call::from(wish))).collect();
			calls.extend([
				(eve, open.call("ship", [])),
				(eve, open.resolve_call(0, 0)),
				(frank, open.call("confirm", [])),
				(frank, open.refund_call(open.paid)),
				(bob, open.call("confirm", [])),
				(bob, Call::from(good)),
			]);
			calls
		})
		.await?;
	let mut found = Vec::new();
	for fate in fates {
		found.push(fate.included()?.error.unwrap_or_default());
	}
	ensure_eq("why calls are refused", found, expected)?;
	story.changed(&[]).await?;
	unchanged(story).await?;
	Ok(vec![
		format!("Orders: {}.", reasons.join(", ")),
		"Nobody but the buyer confirms, nobody but Bob ships or refunds.".into(),
	])
}

/// A merchant that leaves does not sell any more.
pub async fn closed(story: &mut Story) -> Result<()> {
	let quote = story.quote(story.shop.coffee, 1, |cast| &cast.eve).await?;
	ensure!(!quote.available, "a merchant that leaves has something for sale");
	let order = Call::from(story.wish(story.shop.coffee, 1, quote));
	story.expect(|cast| vec![(&cast.eve, order, Some("Store::NotActiveMerchant"))]).await?;
	Ok(())
}

/// What was not shipped is refunded; what was shipped and not complained of completes.
pub async fn settle(story: &mut Story) -> Result<Notes> {
	let frank: Who = |cast| &cast.frank;
	let not_shipped = story.shop.not_shipped.take().ok_or("every order was shipped")?;
	let not_confirmed = story.shop.not_confirmed.take().ok_or("every order was confirmed")?;
	let mut deadline = 0;
	for open in [not_shipped, not_confirmed] {
		let view = story.open_order(open.id).await?.ok_or("the order is gone")?;
		deadline = deadline.max(u64::from(view.order.deadline));
	}
	let blocks = deadline.saturating_sub(story.state.number()) as u32;
	story.state = story.chain.wait_for_block(deadline, BLOCK_LIMIT * (blocks + 1)).await?;

	let (ship, dispute) = (not_shipped.call("ship", []), not_confirmed.dispute_call());
	story
		.expect(|cast| {
			vec![
				(&cast.bob, ship, Some("Store::DeadlinePassed")),
				(&cast.eve, dispute, Some("Store::DeadlinePassed")),
			]
		})
		.await?;
	let included = story.succeed(frank, not_shipped.call("settle", [])).await?;
	let refund = Amounts { bhtd: TIN, points: 0 };
	included.emitted(&[not_shipped.advanced(OrderStep::Refunded { refund })])?;
	let Product { stock, .. } = story.product(story.shop.tin).await?;
	ensure_eq("the tins there are again", stock, Some(1))?;

	let paid = not_confirmed.paid;
	let fee = story.complete(frank, "settle", &not_confirmed, paid).await?;
	let (deposit, earned) = (story.shop.deposit, not_confirmed.promised);
	let after = story
		.changed(&[
			(not_shipped.buyer, &|buyer| {
				buyer.free += TIN + deposit;
				buyer.reserved -= TIN + deposit;
			}),
			(not_confirmed.buyer, &|buyer| {
				buyer.free += deposit;
				buyer.reserved -= paid.bhtd + deposit;
				buyer.held_points -= paid.points;
				buyer.points += earned;
			}),
			(|cast| &cast.bob, &|bob| bob.free += paid.bhtd - fee.total),
		])
		.await?;
	let circulating = story.before.class()?.circulating + earned - paid.points;
	ensure_eq("the points that circulate", after.class()?.circulating, circulating)?;
	let again = not_shipped.call("settle", []);
	story.expect(|cast| vec![(&cast.frank, again, Some("Store::OrderNotFound"))]).await?;
	Ok(vec![
		"After their deadlines it is too late to ship, and too late to complain.".into(),
		format!("Frank has the tin refunded: {} go back, and it is for sale again.", bhtd(TIN)),
		format!(
			"He has the mugs paid: Bob gets {}, the vault {}, Eve {}.",
			bhtd(paid.bhtd - fee.total),
			points(paid.points),
			points(earned)
		),
	])
}
