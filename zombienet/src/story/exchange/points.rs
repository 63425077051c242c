//! Points for BHTD: an operator who pays more than the floor.

use super::{
	cancel_call,
	desk::{bid, EXPOSURE},
	operator, Notes, Picture, Story, Who, BHTD, DAVE,
};
use crate::{
	chain::Included,
	ensure, ensure_eq,
	report::{bhtd, points},
	story::{liability_of, value_of, FIXED_ONE, POINT},
	types::{
		self, account, call, number,
		wholesale::{
			BookView, Conversion, Converted, Departure, Filled, Left, Market, MarketOpened,
			MarketPaused, MarketResumed, Quoted, Status,
		},
		Call,
	},
	Result,
};

/// What Dave pays for a point, as planck per smallest unit with 18 decimals.
pub(super) const PRICE: u128 = 13 * BHTD / 100 / POINT * FIXED_ONE;

/// How many points he buys.
pub(super) const WANTED: u128 = 100 * POINT;

/// How many Carol converts.
const CONVERTED: u128 = 150 * POINT;

/// How many she converts when nobody pays more than the floor.
const AT_FLOOR: u128 = 20 * POINT;

impl Story {
	pub(super) fn points_market(&self) -> Result<Market> {
		self.class().map(Market::Points)
	}

	/// Dave's bid for points at a price.
	fn points_bid(&self, price: u128, units: u128) -> Result<Call> {
		Ok(self.quote_call(bid(self.points_market()?, 0), price, units))
	}

	/// The conversion of points at the best there is of one bid and the floor, for at least `min_out` planck.
	fn convert_best_call(&self, units: u128, min_out: u128) -> Result<Call> {
		let arguments = [
			("class", number(self.class()?)),
			("amount", number(units)),
			("min_out", number(min_out)),
			("deadline", self.later()),
			("max_fills", number(1u32)),
		];
		Ok(call("Wholesale", "convert_best", arguments))
	}

	/// What Carol would get for points.
	async fn quote_convert(&self, units: u128) -> Result<Option<Conversion>> {
		let carol = account(&self.cast.carol.id);
		let arguments = vec![number(self.class()?), number(units), number(1u32), carol];
		self.state.view("Wholesale", "quote_convert", arguments).await
	}

	/// What she would get at the floor for all of them.
	fn at_floor(&self, units: u128) -> Result<Conversion> {
		let out = value_of(units, self.before.class()?.floor);
		Ok(Conversion { sold: 0, converted: units, out })
	}

	/// Has Carol convert points as quoted, and checks what is told of it.
	async fn converts(&mut self, quote: Conversion) -> Result<Included> {
		let Conversion { sold, converted, out } = quote;
		let units = sold + converted;
		ensure_eq("Carol's quote", self.quote_convert(units).await?, Some(quote))?;
		let (too_much, convert) =
			(self.convert_best_call(units, out + 1)?, self.convert_best_call(units, out)?);
		let included = self
			.expect(|cast| {
				vec![
					(&cast.carol, too_much, Some("Wholesale::BelowMinOut")),
					(&cast.carol, convert, None),
				]
			})
			.await?
			.pop();
		let included = included.ok_or("nothing was submitted")?;
		let (class, who) = (self.class()?, self.cast.carol.id);
		included.emitted(&[Converted { who, class, sold, converted, out }])?;
		let out = value_of(converted, self.before.class()?.floor);
		included.emitted(&[types::Converted { class, who, amount: converted, out }])?;
		Ok(included)
	}

	/// The margin has paid for points that were converted at the floor, and for no others.
	async fn owes_less(&self, after: &Picture, converted: u128) -> Result<()> {
		let before = self.before.class()?;
		let circulating = before.circulating - converted;
		ensure_eq("the points that circulate", after.class()?.circulating, circulating)?;
		let paid = value_of(converted, before.floor);
		let margin = self.before.margin()?;
		ensure_eq("what is held", after.margin()?.held, margin.held - paid)?;
		let owed = liability_of(circulating, before.floor);
		ensure_eq("what is owed", after.margin()?.owed, owed)
	}

	/// Dave opens the market of Bob's points and bids in it: the bid, and what is held for deposits.
	async fn open_desk(&mut self) -> Result<(u64, u128)> {
		let (class, market) = (self.class()?, self.points_market()?);
		let floor = self.before.class()?.floor;
		let margin = self.margin_of(DAVE, operator()).await?.ok_or("Dave has no margin")?;
		let open = || call("Wholesale", "open_points_market", [("class", number(class))]);
		let below_floor = self.points_bid(floor / 1_000 * 999, WANTED)?;
		let too_much = (margin.capacity + BHTD) * EXPOSURE / value_of(POINT, PRICE) * POINT;
		let (too_much, wanted) =
			(self.points_bid(PRICE, too_much)?, self.points_bid(PRICE, WANTED)?);
		let deposits = self.deposits(DAVE).await?;
		let included = self
			.expect(|cast| {
				let dave = &cast.dave;
				vec![
					(&cast.eve, open(), Some("Wholesale::NotActiveOperator")),
					(dave, open(), None),
					(dave, open(), Some("Wholesale::MarketExists")),
					(dave, below_floor, Some("Wholesale::PriceBelowFloor")),
					(dave, too_much, Some("Margin::ExceedsCapacity")),
					(dave, wanted, None),
				]
			})
			.await?;
		let lot = (BHTD * FIXED_ONE).div_ceil(floor);
		included[1].emitted(&[MarketOpened { market, lots: vec![lot] }])?;
		let id = included[5].event::<Quoted>()?.id;
		let view = self.market(market).await?;
		let book = BookView { lot, bid: Some(PRICE), ask: None };
		ensure_eq("the market", (view.status, view.books), (Status::Open, vec![book]))?;
		let owed = self.margin_of(DAVE, operator()).await?.map(|margin| margin.owed);
		let expected = margin.owed + value_of(WANTED, PRICE) / EXPOSURE;
		ensure_eq("what Dave's margin owes", owed, Some(expected))?;
		Ok((id, self.deposits(DAVE).await? - deposits))
	}
}

/// The operator's price first, the floor for the rest, exactly as quoted.
pub async fn convert(story: &mut Story) -> Result<Notes> {
	let carol: Who = |cast| &cast.carol;
	let (on_hold, floor) = (value_of(WANTED, PRICE), story.before.class()?.floor);
	ensure!(PRICE > floor, "the floor is higher than Dave's price");
	let without = story.quote_convert(CONVERTED).await?;
	ensure_eq("without a market", without, Some(story.at_floor(CONVERTED)?))?;
	let (id, deposit) = story.open_desk().await?;
	story
		.changed(&[(DAVE, &|dave| {
			dave.free -= on_hold + deposit;
			dave.reserved += on_hold + deposit;
		})])
		.await?;

	let rest = CONVERTED - WANTED;
	let out = on_hold + value_of(rest, floor);
	let included = story.converts(Conversion { sold: WANTED, converted: rest, out }).await?;
	let (owner, taker) = (story.cast.dave.id, story.cast.carol.id);
	included.emitted(&[Filled { id, owner, taker, base: WANTED, quote: on_hold }])?;
	included.emitted(&[Left { id, reason: Departure::Filled }])?;
	let kept = deposit - story.exchange.deposit;
	let after = story
		.changed(&[
			(carol, &|carol| {
				carol.points -= CONVERTED;
				carol.free += out;
			}),
			(DAVE, &|dave| {
				dave.points += WANTED;
				dave.free -= on_hold + kept;
				dave.reserved += kept;
			}),
			(|cast| &cast.bob, &|bob| bob.reserved -= value_of(rest, floor)),
		])
		.await?;
	story.owes_less(&after, rest).await?;
	let at_floor = value_of(CONVERTED, floor);
	Ok(vec![
		format!(
			"Dave pays {} for a point, up to {}.",
			bhtd(value_of(POINT, PRICE)),
			points(WANTED)
		),
		format!(
			"Carol's {} bring {}; the floor alone would have brought {}.",
			points(CONVERTED),
			bhtd(out),
			bhtd(at_floor)
		),
		format!("The margin pays for {}; Dave's points are owed for as before.", points(rest)),
		"A bid below the floor is refused, and one for which Dave's margin is too small.".into(),
	])
}

/// The floor is always there: while the market is paused, and when nobody quotes.
pub async fn without_quote(story: &mut Story) -> Result<Notes> {
	let carol: Who = |cast| &cast.carol;
	let market = story.points_market()?;
	let deposits = story.deposits(DAVE).await?;
	let wanted = story.points_bid(PRICE, WANTED)?;
	let id = story.succeed(DAVE, wanted).await?.event::<Quoted>()?.id;
	ensure_eq("the deposit", story.deposits(DAVE).await? - deposits, story.exchange.deposit)?;
	let better = Conversion { sold: AT_FLOOR, converted: 0, out: value_of(AT_FLOOR, PRICE) };
	ensure_eq("with a quote", story.quote_convert(AT_FLOOR).await?, Some(better))?;

	let market_call = |name| call("Wholesale", name, [("market", market.into())]);
	let included = story.done_by_council(vec![market_call("pause_market")]).await?;
	included[0].emitted(&[MarketPaused { market }])?;
	let at_floor = story.at_floor(AT_FLOOR)?;
	let included = story.converts(at_floor).await?;
	included.emitted::<Filled>(&[])?;

	let (quote, resume) = (story.points_bid(PRICE, WANTED)?, market_call("resume_market"));
	story
		.expect(|cast| {
			vec![
				(&cast.dave, quote, Some("Wholesale::MarketPaused")),
				(&cast.dave, resume, Some("BadOrigin")),
				(&cast.dave, cancel_call(id), None),
			]
		})
		.await?;
	let included = story.done_as_root(vec![market_call("resume_market")]).await?;
	included[0].emitted(&[MarketResumed { market }])?;
	story.converts(at_floor).await?;
	let out = 2 * at_floor.out;
	let after = story
		.changed(&[
			(carol, &|carol| {
				carol.points -= 2 * AT_FLOOR;
				carol.free += out;
			}),
			(|cast| &cast.bob, &|bob| bob.reserved -= out),
		])
		.await?;
	story.owes_less(&after, 2 * AT_FLOOR).await?;
	Ok(vec![
		format!("Dave's quote would bring {} for {}.", bhtd(better.out), points(AT_FLOOR)),
		format!("The council pauses the market: she gets {}, the floor.", bhtd(at_floor.out)),
		"Quotes can leave a paused market; Dave cancels his, and she gets the floor again.".into(),
	])
}
