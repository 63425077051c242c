//! What the merchant does with its margin and its points.

use super::{
	liability_of, merchant_role, value_of, Notes, Story, BACKING, BHTD, DECIMALS, FIXED_ONE, FLOOR,
	POINT, SUPPLY,
};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, points},
	types::{
		account, address, call, fields, list, number, variant, AwardQuote, Awarded, Call,
		ClassCreated, MarginView, Receipt, ReceiptBookOpened,
	},
	Result,
};
use subxt::dynamic::Value;

/// What the first award gives.
const AWARD: u128 = 500 * POINT;

/// What the batch gives to each of two.
const BATCH: [u128; 2] = [200 * POINT, 300 * POINT];

/// By how much the floor rises.
const RISE: u128 = FLOOR / 5;

fn register_call(role: Value, amount: u128) -> Call {
	register_as("Bob's coffee bar", role, amount)
}

/// The registration of a margin with a public profile.
pub(super) fn register_as(profile: &str, role: Value, amount: u128) -> Call {
	let profile = Value::from_bytes(profile);
	call("Margin", "register", [("role", role), ("amount", number(amount)), ("profile", profile)])
}

/// A margin below the minimum is refused, one above it is held, and a role can be taken once.
pub async fn register(story: &mut Story) -> Result<Notes> {
	let bob = story.cast.bob.id;
	let minimum = story.terms.minimum;
	let amount = minimum + BACKING;
	let included = story
		.expect(|cast| {
			vec![
				(
					&cast.bob,
					register_call(merchant_role(), minimum - 1),
					Some("Margin::BelowMinimum"),
				),
				(&cast.bob, register_call(merchant_role(), amount), None),
				(
					&cast.bob,
					register_call(merchant_role(), amount),
					Some("Margin::AlreadyRegistered"),
				),
			]
		})
		.await?;
	let before = story.before.of(&story.cast.bob)?.clone();
	let after = story.look().await?;
	let expected = MarginView { held: amount, owed: 0, minimum, capacity: BACKING };
	ensure_eq("Bob's margin", after.margin()?, &expected)?;
	let now = after.of(&story.cast.bob)?;
	let deposit = now.reserved - before.reserved - amount;
	ensure_eq(
		"what Bob can no longer spend",
		before.free - now.free,
		amount + deposit + Story::fees(&included)?,
	)?;
	let arguments = vec![account(&bob), merchant_role(), number(BACKING + 1)];
	let needed: u128 = story.state.view("Margin", "margin_needed", arguments).await?;
	ensure_eq("the margin needed for one planck too much", needed, 1)?;
	Ok(vec![
		format!("With {} it is refused, with {} it is not.", bhtd(minimum - 1), bhtd(amount)),
		format!("{} more are held as the deposit for his public profile.", bhtd(deposit)),
		"A second registration in the same role is refused.".into(),
	])
}

fn create_call(kind: &str, scope: &str) -> Call {
	call(
		"Points",
		"create_class",
		[
			("name", Value::from_bytes("Bob's coffee points")),
			("symbol", Value::from_bytes("CAFE")),
			("decimals", number(DECIMALS)),
			("supply", number(SUPPLY)),
			("floor", number(FLOOR)),
			("kind", variant(kind)),
			("scope", variant(scope)),
			("design", Value::from_bytes(r#"{"colour":"brown"}"#)),
		],
	)
}

/// The whole supply lies in a keyless vault; what is not offered yet is refused.
pub async fn create(story: &mut Story) -> Result<Notes> {
	let included = story
		.expect(|cast| {
			let bob = &cast.bob;
			vec![
				(bob, create_call("Rights", "Global"), Some("Points::KindNotOffered")),
				(bob, create_call("Value", "NonTransferable"), Some("Points::ScopeNotOffered")),
				(&cast.eve, create_call("Value", "Global"), Some("Points::NotActiveMerchant")),
				(bob, create_call("Value", "Global"), None),
				(bob, call("Points", "open_receipt_book", []), None),
			]
		})
		.await?;
	let [_, _, _, created, opened] = included.as_slice() else {
		return Err("not all calls are in a block".into());
	};
	let created: ClassCreated = created.event()?;
	let issuer = story.cast.bob.id;
	let expected = ClassCreated { issuer, supply: SUPPLY, floor: FLOOR, ..created.clone() };
	ensure_eq("the new class", &created, &expected)?;
	let opened: ReceiptBookOpened = opened.event()?;
	ensure_eq("whose book it is", &opened.issuer, &story.cast.bob.id)?;
	story.class = Some(created.class);
	story.book = opened.book;
	let after = story.look().await?;
	ensure_eq("the points in circulation", after.class()?.circulating, 0)?;
	ensure_eq("what they are worth", after.class()?.floor, FLOOR)?;
	Ok(vec![
		format!(
			"{} are minted into a vault without a key, {} each; there will never be more.",
			points(SUPPLY),
			bhtd(value_of(POINT, FLOOR)),
		),
		"Kinds and scopes that are not offered yet are refused, and so is an issuer without margin."
			.into(),
	])
}

/// The points leave the vault, and the margin owes their floor, as quoted.
pub async fn award(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let quote = vec![number(class), number(AWARD)];
	let quote: Option<AwardQuote> = story.state.view("Points", "quote_award", quote).await?;
	let liability = liability_of(AWARD, FLOOR);
	let expected = AwardQuote { liability_increase: liability, capacity: BACKING, allowed: true };
	ensure_eq("the quote of the award", quote, Some(expected))?;

	let award = story.award_call(&story.cast.carol, AWARD, 0)?;
	let included = story.succeed(|cast| &cast.bob, award).await?;
	included.emitted(&[Awarded {
		class,
		who: story.cast.carol.id,
		amount: AWARD,
		receipt: Receipt { book: story.book, number: 0 },
	}])?;
	let after = story.look().await?;
	let carol = after.of(&story.cast.carol)?;
	ensure_eq("what Carol has", (carol.points, carol.free), (AWARD, 0))?;
	ensure_eq("what is owed", after.margin()?.owed, liability)?;
	ensure_eq("what is held", after.margin()?.held, story.before.margin()?.held)?;
	Ok(vec![format!("{} for receipt 0, as quoted.", points(AWARD))])
}

/// One event for each award of a batch.
pub async fn award_batch(story: &mut Story) -> Result<Notes> {
	let customers = [&story.cast.dora, &story.cast.erin].map(|person| person.id);
	let awards = customers.iter().zip(BATCH).zip(1u64..);
	let batch = list(awards.clone().map(|((who, amount), receipt)| {
		fields([
			("beneficiary", account(who)),
			("amount", number(amount)),
			("number", number(receipt)),
		])
	}));
	let batch =
		story.points_call("award_batch", [("book", number(story.book)), ("awards", batch)])?;
	let expected: Vec<_> = awards
		.map(|((who, amount), number)| Awarded {
			class: story.class.unwrap_or_default(),
			who: *who,
			amount,
			receipt: Receipt { book: story.book, number },
		})
		.collect();
	let included = story.succeed(|cast| &cast.bob, batch).await?;
	included.emitted(&expected)?;
	let after = story.look().await?;
	let found = [after.of(&story.cast.dora)?.points, after.of(&story.cast.erin)?.points];
	ensure_eq("what Dora and Erin have", found, BATCH)?;
	let total = AWARD + BATCH.iter().sum::<u128>();
	ensure_eq("what is owed", after.margin()?.owed, liability_of(total, FLOOR))?;
	Ok(vec![format!("{} for receipts 1 and 2.", points(BATCH.iter().sum()))])
}

/// Awards beyond the margin, awards for used receipts and awards by others change nothing.
pub async fn refused_awards(story: &mut Story) -> Result<Notes> {
	let capacity = story.before.margin()?.capacity;
	let too_much = capacity * FIXED_ONE / FLOOR + 1;
	let quote = vec![number(story.class()?), number(too_much)];
	let quote: Option<AwardQuote> = story.state.view("Points", "quote_award", quote).await?;
	ensure!(quote.is_some_and(|quote| !quote.allowed), "an award over margin is quoted as allowed");

	let carol = &story.cast.carol;
	let over_margin = story.award_call(carol, too_much, 3)?;
	let same_receipt = story.award_call(carol, POINT, 0)?;
	let receipt_of_batch = story.award_call(carol, POINT, 2)?;
	let over_supply = story.award_call(carol, SUPPLY, 3)?;
	let by_eve = story.award_call(carol, POINT, 3)?;
	story
		.expect(|cast| {
			vec![
				(&cast.bob, over_margin, Some("Margin::ExceedsCapacity")),
				(&cast.bob, same_receipt, Some("Points::ReceiptUsed")),
				(&cast.bob, receipt_of_batch, Some("Points::ReceiptUsed")),
				(&cast.bob, over_supply, Some("Points::SupplyExhausted")),
				(&cast.eve, by_eve, Some("Points::NotIssuer")),
			]
		})
		.await?;
	let after = story.look().await?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;
	ensure_eq("the points", &after.class, &story.before.class)?;
	Ok(vec![
		format!("{}: more than the margin can back.", points(too_much)),
		"Receipts 0 and 2: used before, one of them in the batch.".into(),
		format!("{}: more than the vault holds.", points(SUPPLY)),
		"An award of Bob's points by Eve.".into(),
	])
}

/// The floor rises for the points that are out, and never falls.
pub async fn raise_floor(story: &mut Story) -> Result<Notes> {
	let raised = FLOOR + RISE;
	let raise = |floor| story.points_call("raise_floor", [("floor", number(floor))]);
	let (same, too_high, right) = (raise(FLOOR)?, raise(FLOOR * 1_000)?, raise(raised)?);
	story
		.expect(|cast| {
			vec![
				(&cast.bob, same, Some("Points::FloorNotRaised")),
				(&cast.bob, too_high, Some("Margin::ExceedsCapacity")),
				(&cast.bob, right, None),
			]
		})
		.await?;
	let after = story.look().await?;
	ensure_eq("the floor", after.class()?.floor, raised)?;
	let owed = liability_of(after.class()?.circulating, raised);
	ensure_eq("what is owed", after.margin()?.owed, owed)?;
	Ok(vec![
		format!(
			"From {} to {} a point, for those already out as well.",
			bhtd(value_of(POINT, FLOOR)),
			bhtd(value_of(POINT, raised)),
		),
		"Not raising it is refused, and so is raising it a thousandfold: the margin is too small."
			.into(),
	])
}

/// A pause stops awards, not gifts and not conversions.
pub async fn pause(story: &mut Story) -> Result<Notes> {
	let award = story.award_call(&story.cast.carol, POINT, 3)?;
	let pause = story.points_call("pause_awards", [])?;
	story
		.expect(|cast| {
			vec![(&cast.bob, pause, None), (&cast.bob, award, Some("Points::AwardsArePaused"))]
		})
		.await?;

	let class = story.class()?;
	let gift = super::consumers::give_call(class, &story.cast.dora, 10 * POINT);
	let (calls, out) = story.convert_now(50 * POINT)?;
	let before = story.look().await?;
	ensure!(before.class()?.awards_paused, "the view does not say that awards are paused");
	let included =
		story.expect(|cast| vec![(&cast.dora, calls, None), (&cast.carol, gift, None)]).await?;
	let dora = story.look().await?.of(&story.cast.dora)?.clone();
	let fee = Story::fee(&included[0])?;
	ensure_eq("what Dora has", dora.points, BATCH[0] - 50 * POINT + 10 * POINT)?;
	ensure_eq("the BHTD that Dora has", dora.free, out - fee)?;

	let award = story.award_call(&story.cast.carol, POINT, 3)?;
	let resume = story.points_call("resume_awards", [])?;
	story.expect(|cast| vec![(&cast.bob, resume, None), (&cast.bob, award, None)]).await?;
	Ok(vec![
		"While it lasts, an award is refused.".into(),
		format!(
			"Dora, who has no BHTD, converts {} into {}; Carol gives her {}.",
			points(50 * POINT),
			bhtd(out),
			points(10 * POINT)
		),
		format!("After it, the same award of {} is made.", points(POINT)),
	])
}

/// One account in two roles: every role has a hold of its own, and no coin counts twice.
pub async fn second_role(story: &mut Story) -> Result<Notes> {
	let operator = || variant("Operator");
	let terms: crate::types::Terms = story.state.view("Margin", "terms", vec![operator()]).await?;
	let capacity = story.before.margin()?.capacity;
	let merchant = |name, amount| {
		call("Margin", name, [("role", merchant_role()), ("amount", number(amount))])
	};
	let more = 100 * BHTD;
	story
		.expect(|cast| {
			let bob = &cast.bob;
			vec![
				(bob, register_call(operator(), terms.minimum), None),
				(bob, merchant("top_up", more), None),
				(
					bob,
					merchant("withdraw_excess", capacity + more + 1),
					Some("Margin::ExceedsCapacity"),
				),
				(bob, merchant("withdraw_excess", more / 2), None),
			]
		})
		.await?;
	let after = story.look().await?;
	let held = story.before.margin()?.held + more / 2;
	ensure_eq("the merchant's margin", after.margin()?.held, held)?;
	let holds = story.state.holds(&story.cast.bob.id).await?;
	let operators = holds.iter().find(|(reason, _)| reason == "Margin::Operator");
	ensure_eq("the operator's margin", operators.map(|hold| hold.1), Some(terms.minimum))?;

	// What lies on hold can neither be sent nor be used as the margin of a further role.
	let bob = after.of(&story.cast.bob)?;
	let send = call(
		"Balances",
		"transfer_allow_death",
		[("dest", address(&story.cast.eve.id)), ("value", number(bob.free + bob.reserved / 2))],
	);
	let group = register_call(variant("GroupMerchant"), bob.free + bob.reserved / 2);
	let fates = story.submit(|cast| vec![(&cast.bob, send), (&cast.bob, group)]).await?;
	let mut reasons = Vec::new();
	for fate in fates {
		let error = fate.included()?.error;
		reasons.push(error.ok_or("coins on hold were used a second time")?);
	}
	Ok(vec![
		format!("{} as an operator, held for that role alone.", bhtd(terms.minimum)),
		format!(
			"{} more as a merchant, {} back; more than is free is refused.",
			bhtd(more),
			bhtd(more / 2)
		),
		format!(
			"Coins on hold can neither be sent ({}) nor locked again ({}).",
			reasons[0], reasons[1]
		),
	])
}
