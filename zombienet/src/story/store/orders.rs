//! Orders that go well, and such of which something or everything is refunded.

use super::{earns, Notes, Story, Who, COFFEE, MULTIPLIER};
use crate::{
	ensure_eq,
	report::{bhtd, points},
	types::{Action, Amounts, Call, Move, OrderId, OrderStep},
	Result,
};

/// Bags of coffee that were bought, one by one.
pub struct Bags {
	/// The orders.
	pub orders: Vec<OrderId>,
	/// What each was, in planck.
	pub price: u128,
	/// The protocol fee that was taken of each.
	pub fee: u128,
	/// The points that each has earned.
	pub earned: u128,
}

impl Story {
	/// Each of these buys a bag of coffee for itself, and gets it.
	pub(in crate::story) async fn buy_coffee(&mut self, buyers: &[Who]) -> Result<Bags> {
		let coffee = self.shop.coffee;
		let mut wishes = Vec::new();
		for buyer in buyers {
			let quote = self.quote(coffee, 1, *buyer).await?;
			wishes.push((*buyer, quote, self.wish(coffee, 1, quote)));
		}
		let orders = wishes.iter().map(|(buyer, _, wish)| (*buyer, Call::from(*wish)));
		let orders: Vec<_> = orders.collect();
		let placed = self
			.expect(|cast| {
				orders.into_iter().map(|(buyer, order)| (buyer(cast), order, None)).collect()
			})
			.await?;
		let mut open = Vec::new();
		for (included, (buyer, quote, _)) in placed.iter().zip(wishes) {
			open.push(self.placed(included, coffee, 1, quote, buyer, buyer).await?);
		}
		let ship: Vec<_> = open.iter().map(|open| open.call("ship", [])).collect();
		let shipped = self
			.expect(|cast| ship.into_iter().map(|ship| (&cast.bob, ship, None)).collect())
			.await?;
		for (included, open) in shipped.iter().zip(&open) {
			let deadline = included.state.number() as u32 + coffee.returns;
			included.emitted(&[open.advanced(OrderStep::Shipped { deadline })])?;
		}
		for open in &open {
			self.complete(open.buyer, "confirm", open, open.paid).await?;
		}
		Ok(Bags {
			orders: open.iter().map(|open| open.id).collect(),
			price: COFFEE,
			fee: self.shop.fee(COFFEE).total,
			earned: earns(COFFEE, MULTIPLIER),
		})
	}
}

/// The fee is taken, burnt in part, and the points go to the one the order was for.
pub async fn gift(story: &mut Story) -> Result<Notes> {
	let (eve, frank): (Who, Who) = (|cast| &cast.eve, |cast| &cast.frank);
	let paid = 2 * COFFEE;
	let open = story.place(story.shop.coffee, 2, eve, Some(frank)).await?;
	let deposit = story.shop.deposit;
	let after = story
		.changed(&[(eve, &|eve| {
			eve.free -= paid + deposit;
			eve.reserved += paid + deposit;
		})])
		.await?;
	ensure_eq("the points, before the order completes", &after.class, &story.before.class)?;

	let view = story.open_order(open.id).await?.ok_or("the order is gone")?;
	let bob = Some(story.cast.bob.id);
	let deadline = Some(view.order.deadline);
	let to_move = |action, who, from, until| Move { action, who, from, until };
	let expected = vec![
		to_move(Action::Ship, bob, None, deadline),
		to_move(Action::Cancel, bob, None, None),
		to_move(Action::RefundPart, bob, None, None),
		to_move(Action::Settle, None, deadline, None),
	];
	ensure_eq("who may do what", view.moves, expected)?;

	story.ship(&open).await?;
	let net = Amounts { bhtd: paid, points: 0 };
	let fee = story.complete(eve, "confirm", &open, net).await?;
	let earned = earns(paid, MULTIPLIER);
	let after = story
		.changed(&[
			(eve, &|eve| eve.free -= paid),
			(|cast| &cast.bob, &|bob| bob.free += paid - fee.total),
			(frank, &|frank| frank.points += earned),
		])
		.await?;
	let circulating = story.before.class()?.circulating + earned;
	ensure_eq("the points that circulate", after.class()?.circulating, circulating)?;
	Ok(vec![
		format!("Eve puts {} and a deposit of {} on hold.", bhtd(paid), bhtd(deposit)),
		format!(
			"She confirms: Bob gets {}; of the fee, {} are burnt and {} are the treasury's.",
			bhtd(paid - fee.total),
			bhtd(fee.burnt),
			bhtd(fee.treasury)
		),
		format!("Frank has earned {}, as quoted; the margin owes for them.", points(earned)),
	])
}

/// Points are earned by what was not refunded.
pub async fn part_refund(story: &mut Story) -> Result<Notes> {
	let eve: Who = |cast| &cast.eve;
	let open = story.place(story.shop.coffee, 3, eve, None).await?;
	ensure_eq("what is promised", open.promised, earns(3 * COFFEE, MULTIPLIER))?;
	story.ship(&open).await?;

	let refund = |bhtd| open.refund_call(Amounts { bhtd, points: 0 });
	let included = story
		.expect(|cast| {
			let bob = &cast.bob;
			vec![
				(bob, refund(COFFEE), None),
				(bob, refund(2 * COFFEE + 1), Some("Store::RefundAboveEscrow")),
				(bob, refund(0), Some("Store::RefundIsZero")),
				(&cast.eve, refund(COFFEE), Some("Store::NotMerchant")),
			]
		})
		.await?;
	let refunded = Amounts { bhtd: COFFEE, points: 0 };
	included[0].emitted(&[open.advanced(OrderStep::PartRefunded { refund: refunded })])?;
	let (kept, deposit) = (2 * COFFEE, story.shop.deposit);
	story
		.changed(&[(eve, &|eve| {
			eve.free -= kept + deposit;
			eve.reserved += kept + deposit;
		})])
		.await?;

	let net = Amounts { bhtd: kept, points: 0 };
	let fee = story.complete(eve, "confirm", &open, net).await?;
	let earned = open.promised * 2 / 3;
	story
		.changed(&[
			(eve, &|eve| {
				eve.free -= kept;
				eve.points += earned;
			}),
			(|cast| &cast.bob, &|bob| bob.free += kept - fee.total),
		])
		.await?;
	Ok(vec![
		format!(
			"Of {} he returns {}; more than is left is refused.",
			bhtd(3 * COFFEE),
			bhtd(COFFEE)
		),
		format!(
			"{} were promised, the most that an order earns; {} are earned by two bags of three.",
			points(open.promised),
			points(earned)
		),
	])
}

/// Nothing is earned, and nothing lost but the fees of the calls.
pub async fn cancel(story: &mut Story) -> Result<Notes> {
	let eve: Who = |cast| &cast.eve;
	let coffee = story.shop.coffee;
	let stock = story.product(coffee).await?.stock;
	let open = story.place(coffee, 1, eve, None).await?;
	let fewer = stock.map(|bags| bags - 1);
	ensure_eq("the bags left", story.product(coffee).await?.stock, fewer)?;

	let cancel = || open.call("cancel", []);
	story.expect(|cast| vec![(&cast.eve, cancel(), Some("Store::NotMerchant"))]).await?;
	let included = story.succeed(|cast| &cast.bob, cancel()).await?;
	included.emitted(&[open.advanced(OrderStep::Refunded { refund: open.paid })])?;
	let after = story.changed(&[]).await?;
	ensure_eq("the class", &after.class, &story.before.class)?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;
	ensure_eq("the bags there are again", story.product(coffee).await?.stock, stock)?;
	Ok(vec![format!(
		"{} and the deposit are Eve's again, the bag is Bob's, and {} go back into the budget.",
		bhtd(COFFEE),
		points(open.promised)
	)])
}
