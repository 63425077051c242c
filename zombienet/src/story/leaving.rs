//! What happens to customers when the merchant leaves.

use super::{merchant_role, store::limits, Notes, Story, BACKING, BLOCK_LIMIT, POINT};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, points},
	types::{call, number, Call},
	Result,
};

/// The longest notice that the story waits for, in blocks.
const PATIENCE: u32 = 50;

fn merchants(name: &str) -> Call {
	call("Margin", name, [("role", merchant_role())])
}

/// From the announcement on nothing is awarded, nothing leaves the margin but to customers.
pub async fn announce(story: &mut Story) -> Result<Notes> {
	let award = story.award_call(&story.cast.carol, POINT, 4)?;
	let floor = story.before.class()?.floor + 1;
	let raise = story.points_call("raise_floor", [("floor", number(floor))])?;
	let excess =
		call("Margin", "withdraw_excess", [("role", merchant_role()), ("amount", number(POINT))]);
	story
		.expect(|cast| {
			let bob = &cast.bob;
			vec![
				(bob, merchants("announce_exit"), None),
				(bob, award, Some("Points::NotActiveMerchant")),
				(bob, raise, Some("Points::NotActiveMerchant")),
				(bob, merchants("withdraw"), Some("Margin::NoticeRunning")),
				(bob, excess, Some("Margin::ExitPending")),
			]
		})
		.await?;
	story.leaves_at = story.state.number() + u64::from(story.terms.notice);

	limits::closed(story).await?;

	let units = story.before.of(&story.cast.erin)?.points / 2;
	let (convert, out) = story.convert_now(units)?;
	let included = story.succeed(|cast| &cast.erin, convert).await?;
	let after = story.look().await?;
	let erin = after.of(&story.cast.erin)?;
	ensure_eq("the BHTD that Erin has", erin.free, out - Story::fee(&included)?)?;
	ensure_eq("what could still be owed", after.margin()?.capacity, 0)?;
	Ok(vec![
		"An award is refused, and so are a withdrawal before the notice ends and a shortcut."
			.into(),
		"His store is closed: an order of Eve's is refused.".into(),
		format!("Erin, who has no BHTD, converts {} into {}.", points(units), bhtd(out)),
	])
}

/// After the notice, what is owed stays. Then Bob stays as well, so that the chain has a merchant.
pub async fn withdraw(story: &mut Story) -> Result<Notes> {
	let mut notes = Notes::new();
	if story.terms.notice <= PATIENCE {
		let limit = BLOCK_LIMIT * story.terms.notice;
		story.state = story.chain.wait_for_block(story.leaves_at, limit).await?;
		story.succeed(|cast| &cast.bob, merchants("withdraw")).await?;
		let (was, is) = (story.before.margin()?, story.look().await?);
		let is = is.margin()?.clone();
		ensure_eq("what stays held", (is.held, is.owed), (was.owed, was.owed))?;
		notes.push(format!(
			"After {} blocks {} are his again; the {} that are owed are not.",
			story.terms.notice,
			bhtd(was.held - is.held),
			bhtd(is.owed),
		));
	} else {
		notes.push(format!("A notice of {} blocks is too long for a story.", story.terms.notice));
	}

	let award = story.award_call(&story.cast.carol, POINT, 4)?;
	let top_up = call(
		"Margin",
		"top_up",
		[("role", merchant_role()), ("amount", number(story.terms.minimum + BACKING))],
	);
	story
		.expect(|cast| {
			let bob = &cast.bob;
			vec![(bob, top_up, None), (bob, merchants("cancel_exit"), None), (bob, award, None)]
		})
		.await?;
	let after = story.look().await?;
	ensure!(after.margin()?.capacity > 0, "Bob is back, but may owe nothing");
	notes.push("Then he changes his mind, fills his margin up again and awards a point.".into());
	Ok(notes)
}
