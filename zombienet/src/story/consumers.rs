//! What customers do, who own no BHTD at first.

use super::{value_of, Notes, Story, BHTD, FLOOR, POINT};
use crate::{
	chain::Fate,
	ensure, ensure_eq,
	report::{bhtd, points},
	types::{address, call, number, Call, Converted, Person},
	Result,
};

/// What Carol converts.
const CONVERTED: u128 = 100 * POINT;

/// What Carol gives to Frank.
const GIFT: u128 = 50 * POINT;

/// An ordinary transfer of points, as any wallet makes it.
pub fn give_call(class: u32, to: &Person, amount: u128) -> Call {
	call(
		"Assets",
		"transfer_keep_alive",
		[("id", number(class)), ("target", address(&to.id)), ("amount", number(amount))],
	)
}

impl Story {
	/// The conversion of `units` at the floor before this step, and what it pays.
	pub(super) fn convert_now(&self, units: u128) -> Result<(Call, u128)> {
		let out = value_of(units, self.before.class()?.floor);
		Ok((self.convert_call(units, out)?, out))
	}
}

/// What could not pay its fee never enters a block.
pub async fn refused_without_bhtd(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let held = story.before.of(&story.cast.carol)?.points;
	let tries = [
		("a gift", give_call(class, &story.cast.frank, POINT)),
		("a conversion of more than she has", story.convert_call(held + 1, 0)?),
		(
			"a conversion for more than the floor",
			story.convert_call(POINT, value_of(POINT, FLOOR) + 1)?,
		),
		("a conversion too small for the fee", story.convert_call(1, 0)?),
		("a conversion of points that do not exist", other_class(class + 1)),
	];
	let (names, calls): (Vec<_>, Vec<_>) = tries.into_iter().unzip();
	// One at a time: together they would be a queue of one account.
	for (name, call) in names.iter().zip(calls) {
		for fate in story.submit(|cast| vec![(&cast.carol, call)]).await? {
			let Fate::Refused(reason) = fate else {
				return Err(format!("{name} by somebody without BHTD is in a block").into());
			};
			ensure_eq(&format!("why {name} is refused"), reason.as_str(), "Payment")?;
		}
	}
	Ok(vec![format!("Refused before inclusion: {}.", names.join(", "))])
}

fn other_class(class: u32) -> Call {
	call(
		"Points",
		"convert",
		[("class", number(class)), ("amount", number(POINT)), ("min_out", number(0u8))],
	)
}

/// The fee comes out of the proceeds, margin and debt fall together.
pub async fn convert(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let arguments = vec![number(class), number(CONVERTED)];
	let quote: Option<u128> = story.state.view("Points", "quote_convert", arguments).await?;
	let (convert, out) = story.convert_now(CONVERTED)?;
	ensure_eq("the quote of the conversion", quote, Some(out))?;

	let included = story.succeed(|cast| &cast.carol, convert).await?;
	let who = story.cast.carol.id;
	included.emitted(&[Converted { class, who, amount: CONVERTED, out }])?;
	let fee = Story::fee(&included)?;
	let after = story.look().await?;
	let (was, is) = (story.before.of(&story.cast.carol)?, after.of(&story.cast.carol)?);
	ensure!(was.free == 0 && fee > 0, "Carol had BHTD, or paid nothing");
	ensure_eq("the BHTD that Carol has", is.free, out - fee)?;
	ensure_eq("the points that Carol has", is.points, was.points - CONVERTED)?;
	let (was, is) = (story.before.margin()?, after.margin()?);
	ensure_eq("what is held", is.held, was.held - out)?;
	ensure_eq("what is owed", is.owed, was.owed - out)?;
	Ok(vec![format!(
		"{} pay {}, as quoted; the fee of {} comes out of it.",
		points(CONVERTED),
		bhtd(out),
		bhtd(fee),
	)])
}

/// Ordinary transfers, of points and of BHTD.
pub async fn give_and_send(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let gift = give_call(class, &story.cast.frank, GIFT);
	let to_herself = give_call(class, &story.cast.carol, GIFT);
	let sent = 4 * BHTD;
	let send = call(
		"Balances",
		"transfer_keep_alive",
		[("dest", address(&story.cast.wallet.id)), ("value", number(sent))],
	);
	let included = story
		.expect(|cast| {
			let carol = &cast.carol;
			vec![(carol, gift, None), (carol, to_herself, None), (carol, send, None)]
		})
		.await?;
	let after = story.look().await?;
	let (was, is) = (story.before.of(&story.cast.carol)?, after.of(&story.cast.carol)?);
	ensure_eq("the points that Carol has", is.points, was.points - GIFT)?;
	ensure_eq("the BHTD that Carol has", is.free, was.free - sent - Story::fees(&included)?)?;
	ensure_eq("the points that Frank has", after.of(&story.cast.frank)?.points, GIFT)?;
	ensure_eq("the BHTD in Carol's wallet", after.of(&story.cast.wallet)?.free, sent)?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;
	Ok(vec![
		format!("{} to Frank, who has no BHTD either.", points(GIFT)),
		format!("{} to a wallet of her own elsewhere.", bhtd(sent)),
		"Points that she sends to herself change nothing.".into(),
	])
}

/// Points are worth the same in anybody's hands.
pub async fn convert_gift(story: &mut Story) -> Result<Notes> {
	let (convert, out) = story.convert_now(GIFT)?;
	let included = story.succeed(|cast| &cast.frank, convert).await?;
	let fee = Story::fee(&included)?;
	let after = story.look().await?;
	let frank = after.of(&story.cast.frank)?;
	ensure_eq("what Frank has", (frank.points, frank.free), (0, out - fee))?;
	Ok(vec![format!("{} pay {}.", points(GIFT), bhtd(out))])
}
