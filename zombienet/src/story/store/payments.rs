//! Orders that are paid with points, and points that come late.

use super::{earns, Notes, Story, Who, BHTD, COFFEE, DEPOSIT, MUG, PLAIN, POINT};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, points},
	story::{consumers::give_call, liability_of},
	types::{call, number, Amounts, AwardClaimed, AwardMissed, Earned, MissedAward, Price},
	Result,
};

/// A mug's price when it is a mix.
const MIX: (u128, u128) = (3 * BHTD, 10 * POINT);

/// How many mugs Eve buys.
const MUGS: u32 = 2;

/// Points go back to the vault, and the margin owes less. What is on hold cannot be spent twice.
pub async fn pay(story: &mut Story) -> Result<Notes> {
	let (carol, eve): (Who, Who) = (|cast| &cast.carol, |cast| &cast.eve);
	let (class, mug, deposit) = (story.class()?, story.shop.mug, story.shop.deposit);
	let open = story.place(mug, 1, carol, None).await?;
	let held = story
		.changed(&[(carol, &|carol| {
			carol.free -= deposit;
			carol.reserved += deposit;
			carol.points -= MUG;
			carol.held_points += MUG;
		})])
		.await?;
	ensure_eq("the class, while points are on hold", &held.class, &story.before.class)?;
	let more_than_free = held.of(&story.cast.carol)?.points + 1;
	let give = give_call(class, &story.cast.dora, more_than_free);
	let convert = story.convert_call(more_than_free, 0)?;
	story
		.expect(|cast| {
			vec![
				(&cast.carol, give, Some("Assets::BalanceLow")),
				(&cast.carol, convert, Some("Points::InsufficientPoints")),
			]
		})
		.await?;

	story.ship(&open).await?;
	story.complete(carol, "confirm", &open, Amounts { bhtd: 0, points: MUG }).await?;
	let after = story.changed(&[(carol, &|carol| carol.points -= MUG)]).await?;
	let class_view = story.before.class()?;
	let circulating = class_view.circulating - MUG;
	ensure_eq("the points that circulate", after.class()?.circulating, circulating)?;
	let owed = liability_of(circulating, class_view.floor);
	ensure_eq("what is owed", after.margin()?.owed, owed)?;
	ensure_eq("what is held", after.margin()?.held, story.before.margin()?.held)?;

	let (bhtd_part, points_part) = MIX;
	let price = Price { bhtd: bhtd_part, points: Some((class, points_part)) };
	let arguments = [("product", number(mug.product)), ("price", price.into())];
	let set_price = call("Store", "set_price", arguments);
	story.succeed(|cast| &cast.bob, set_price).await?;
	let open = story.place(mug, MUGS, eve, None).await?;
	let mugs = u128::from(MUGS);
	let paid = Amounts { bhtd: mugs * bhtd_part, points: mugs * points_part };
	ensure_eq("what Eve pays", open.paid, paid)?;
	ensure_eq("what it earns", open.promised, earns(paid.bhtd, PLAIN))?;
	story.ship(&open).await?;
	story
		.changed(&[
			(carol, &|carol| carol.points -= MUG),
			(eve, &|eve| {
				eve.free -= paid.bhtd + deposit;
				eve.reserved += paid.bhtd + deposit;
				eve.points -= paid.points;
				eve.held_points += paid.points;
			}),
		])
		.await?;
	story.shop.not_confirmed = Some(open);
	Ok(vec![
		format!(
			"Carol's {} return to the vault; the margin owes {} less, and there is no fee.",
			points(MUG),
			bhtd(story.before.margin()?.owed - owed)
		),
		"Before that, they are on hold: she can neither give them away nor convert them.".into(),
		format!(
			"Eve pays {} and {} for {MUGS} mugs that Bob ships, and forgets to confirm.",
			bhtd(paid.bhtd),
			points(paid.points)
		),
	])
}

/// A merchant that does not award any more cannot stop an order, and owes the points all the same.
pub async fn missed_award(story: &mut Story) -> Result<Notes> {
	let (eve, frank): (Who, Who) = (|cast| &cast.eve, |cast| &cast.frank);
	let coffee = story.shop.coffee;
	let before_held = story.state.held(&story.cast.eve.id, DEPOSIT).await?;
	let open = story.place(coffee, 1, eve, Some(frank)).await?;
	story.ship(&open).await?;
	let pause = story.points_call("pause_awards", [])?;
	story.succeed(|cast| &cast.bob, pause).await?;
	let quote = story.quote(coffee, 1, eve).await?;
	ensure!(quote.available && !quote.awardable, "awards are not paused: {quote:?}");

	let included = story.succeed(eve, open.call("confirm", [])).await?;
	let (fee, amount) = story.completed(&included, &open, open.paid).await?;
	let (class, order) = (story.class()?, open.id);
	let (who, buyer) = (story.cast.frank.id, story.cast.eve.id);
	included.emitted::<Earned>(&[])?;
	included.emitted(&[AwardMissed { order, class, who, amount }])?;
	let missed = |story: &Story| {
		let state = story.state.clone();
		async move {
			let arguments = vec![order.into()];
			state.view::<Option<MissedAward>>("Store", "missed_award", arguments).await
		}
	};
	let expected = MissedAward { buyer, recipient: who, class, amount };
	ensure_eq("what was missed", missed(story).await?, Some(expected))?;
	let deposit = story.state.held(&buyer, DEPOSIT).await? - before_held;
	let after = story
		.changed(&[
			(eve, &|eve| {
				eve.free -= COFFEE + deposit;
				eve.reserved += deposit;
			}),
			(|cast| &cast.bob, &|bob| bob.free += COFFEE - fee.total),
		])
		.await?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;

	let claim = || call("Store", "claim_award", [("order", order.into())]);
	story.expect(|cast| vec![(&cast.frank, claim(), Some("Points::AwardsArePaused"))]).await?;
	let resume = story.points_call("resume_awards", [])?;
	story.succeed(|cast| &cast.bob, resume).await?;
	let included = story.succeed(frank, claim()).await?;
	included.emitted(&[AwardClaimed { order }])?;
	included.emitted(&[Earned { class, who, amount }])?;
	ensure_eq("what is still missed", missed(story).await?, None)?;
	story
		.changed(&[
			(eve, &|eve| eve.free -= COFFEE),
			(|cast| &cast.bob, &|bob| bob.free += COFFEE - fee.total),
			(frank, &|frank| frank.points += amount),
		])
		.await?;
	story.expect(|cast| vec![(&cast.frank, claim(), Some("Store::AwardNotFound"))]).await?;
	Ok(vec![
		format!("Bob pauses awards, and an order for {} completes all the same.", bhtd(COFFEE)),
		format!(
			"{} are due to Frank, who claims them as soon as Bob awards again.",
			points(amount)
		),
	])
}
