//! BHTD for yuan: wholesale, retail, and from person to person.

use super::{
	cancel_call, cost,
	desk::{ask, bid, ASK, BIDS, EXPOSURE, LOTS},
	operator, proceeds, trade_call, Notes, Story, Who, DAVE, LONG, YUAN, YUAN_PER_BHTD,
};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, yuan},
	story::BHTD,
	types::{
		account, call, number,
		wholesale::{
			Book, Bought, Departure, Filled, Left, Market, QuoteView, Quoted, Sold, Trade,
		},
		Call, Voted,
	},
	Result,
};

/// What Bob sells: all of the largest bid, and a part of the next one that is worth no whole number.
pub(super) const SOLD: u128 = BIDS[2].1 + LOTS[1] + 1;

/// What Dave sends Frank.
const SENT: u128 = 200 * YUAN;

/// What Frank buys of Dave.
pub(super) const BOUGHT: u128 = 40 * BHTD;

/// With what of it he votes.
const VOTE: u128 = 30 * BHTD;

/// What Eve offers, and for what: less than Dave asks.
const OFFER: (u128, u128) = (20_501 * YUAN_PER_BHTD / 10_000, 5 * BHTD / 2);

/// Why votes are held.
const VOTES: &str = "Witnesses::Vote";

impl Story {
	/// A sale to so many wholesale bids at most.
	fn wholesale_call(
		&self,
		amount: u128,
		limit: u128,
		min_out: u128,
		wait: u32,
		max_fills: u32,
	) -> Result<Call> {
		let deadline = self.state.number() as u32 + wait;
		let arguments = [
			("currency", number(self.currency()?)),
			("amount", number(amount)),
			("limit", number(limit)),
			("min_out", number(min_out)),
			("deadline", number(deadline)),
			("max_fills", number(max_fills)),
		];
		Ok(call("Wholesale", "wholesale", arguments))
	}

	/// A purchase from the first of the retail asks.
	fn buy_call(&self, market: Market, amount: u128, limit: u128, max_in: u128) -> Call {
		let more = [
			("amount", number(amount)),
			("limit", number(limit)),
			("max_in", number(max_in)),
			("deadline", self.later()),
			("max_fills", number(1u32)),
		];
		trade_call("buy", market, more)
	}

	/// What a sale to so many wholesale bids would bring somebody.
	async fn quote_wholesale(
		&self,
		who: Who,
		limit: u128,
		max_fills: u32,
	) -> Result<Option<Trade>> {
		let arguments = vec![
			number(self.currency()?),
			number(SOLD),
			number(limit),
			number(max_fills),
			account(&who(&self.cast).id),
		];
		self.state.view("Wholesale", "quote_wholesale", arguments).await
	}

	/// What Frank would pay for so much BHTD.
	async fn quote_buy(&self, market: Market, amount: u128, limit: u128) -> Result<Option<Trade>> {
		let frank = account(&self.cast.frank.id);
		let arguments = vec![market.into(), number(amount), number(limit), number(1u32), frank];
		self.state.view("Wholesale", "quote_buy", arguments).await
	}

	pub(super) async fn quote_of(&self, id: u64) -> Result<Option<QuoteView>> {
		self.state.view("Wholesale", "quote_of", vec![number(id)]).await
	}

	/// What becomes of a quote of Dave's or Eve's that is filled.
	fn filled(&self, id: u64, owner: Who, taker: Who, base: u128, quote: u128) -> Filled {
		let [owner, taker] = [owner, taker].map(|who| who(&self.cast).id);
		Filled { id, owner, taker, base, quote }
	}
}

/// The best bid first, then the next; both legs in one step, within the seller's limits.
pub async fn wholesale(story: &mut Story) -> Result<Notes> {
	let (bob, carol): (Who, Who) = (|cast| &cast.bob, |cast| &cast.carol);
	let market = story.bhtd_market()?;
	let (large, rest) = (BIDS[2].1, SOLD - BIDS[2].1);
	let paid = [proceeds(large, BIDS[2].0), proceeds(rest, BIDS[1].0)];
	let out = paid[0] + paid[1];
	let limit = BIDS[1].0;
	let expected = Trade { base: SOLD, quote: out };
	ensure_eq("Bob's quote", story.quote_wholesale(bob, limit, 2).await?, Some(expected))?;
	let only_best = Trade { base: large, quote: paid[0] };
	let at_best = story.quote_wholesale(bob, BIDS[2].0, 2).await?;
	ensure_eq("at the best", at_best, Some(only_best))?;
	ensure_eq("of one", story.quote_wholesale(bob, limit, 1).await?, Some(only_best))?;
	ensure_eq("of none", story.quote_wholesale(bob, limit, 0).await?, None)?;
	ensure_eq("Carol's quote", story.quote_wholesale(carol, limit, 2).await?, None)?;

	let sell = |amount, limit, least, wait| story.wholesale_call(amount, limit, least, wait, 2);
	let tries = [
		(sell(SOLD, BIDS[2].0 + 1, 0, LONG)?, Some("Wholesale::NothingFilled")),
		(sell(SOLD, limit, out + 1, LONG)?, Some("Wholesale::BelowMinOut")),
		(sell(LOTS[1] - 1, limit, 0, LONG)?, Some("Wholesale::BelowLot")),
		(sell(SOLD, limit, out, 0)?, Some("Wholesale::DeadlinePassed")),
		(story.wholesale_call(SOLD, limit, out, LONG, 0)?, Some("Wholesale::MaxFillsOutOfBounds")),
		(story.wholesale_call(SOLD, limit, out, LONG, 1)?, Some("Wholesale::BelowMinOut")),
		(sell(SOLD, limit, out, LONG)?, None),
	];
	let by_carol = sell(LOTS[1], limit, 0, LONG)?;
	let deposits = story.deposits(DAVE).await?;
	let sale = story
		.expect(|cast| {
			let mut calls = vec![(&cast.carol, by_carol, Some("Wholesale::NotActiveMerchant"))];
			calls.extend(tries.into_iter().map(|(call, error)| (&cast.bob, call, error)));
			calls
		})
		.await?
		.pop();
	let sale = sale.ok_or("nothing was submitted")?;
	let [_, middle, best] = story.exchange.bids[..] else {
		return Err("Dave has other bids".into());
	};
	sale.emitted(&[
		story.filled(best, DAVE, bob, large, paid[0]),
		story.filled(middle, DAVE, bob, rest, paid[1]),
	])?;
	sale.emitted(&[Left { id: best, reason: Departure::Filled }])?;
	let who = story.cast.bob.id;
	sale.emitted(&[Sold { who, market, sold: SOLD, received: out, unsold: 0 }])?;

	let deposit = deposits - story.deposits(DAVE).await?;
	story.exchange.deposit = deposit;
	story.exchange.bids.pop();
	story
		.changed(&[
			(bob, &|bob| {
				bob.free -= SOLD;
				bob.yuan += out;
			}),
			(DAVE, &|dave| {
				dave.free += SOLD + deposit;
				dave.reserved -= deposit;
				dave.held_yuan -= out;
			}),
		])
		.await?;
	let left = story.quotes(bid(market, 1)).await?;
	let left: Vec<_> = left.into_iter().map(|quote| (quote.id, quote.remaining)).collect();
	ensure_eq("what Dave still buys", left, vec![(middle, BIDS[1].1 - rest)])?;
	ensure_eq("the largest bids", story.quotes(bid(market, 2)).await?, vec![])?;
	let owed = story.margin_of(DAVE, operator()).await?.map(|margin| margin.owed);
	let quoted = ASK.1 + BIDS[0].1 + BIDS[1].1;
	ensure_eq("what Dave's margin owes", owed, Some(quoted / EXPOSURE))?;
	Ok(vec![
		format!("{} bring {} at once, as quoted.", bhtd(SOLD), yuan(out)),
		"He asks for a better price, for more, and too late: refused each time.".into(),
		"So is Carol, who is no merchant.".into(),
	])
}

/// Whoever wants to vote can buy BHTD of the operator, with yuan that somebody has sent.
pub async fn buy(story: &mut Story) -> Result<Notes> {
	let frank: Who = |cast| &cast.frank;
	let market = story.bhtd_market()?;
	ensure!(story.before.of(&story.cast.frank)?.free < VOTE, "Frank needs to buy no BHTD");
	let send = story.send_call(frank, SENT)?;
	story.succeed(DAVE, send).await?;
	let paid = cost(BOUGHT, ASK.0);
	let quote = story.quote_buy(market, BOUGHT, ASK.0).await?;
	ensure_eq("Frank's quote", quote, Some(Trade { base: BOUGHT, quote: paid }))?;
	ensure_eq("below the ask", story.quote_buy(market, BOUGHT, ASK.0 - 1).await?, None)?;

	let buy = |amount, limit, max_in| story.buy_call(market, amount, limit, max_in);
	let (too_low, too_dear) = (buy(BOUGHT, ASK.0 - 1, paid), buy(BOUGHT, ASK.0, paid - 1));
	let (too_much, right) = (buy(ASK.1, ASK.0, u128::MAX), buy(BOUGHT, ASK.0, paid));
	let candidate = story.cast.alice.id;
	let vote = [("candidate", account(&candidate)), ("amount", number(VOTE))];
	let vote = call("Witnesses", "vote", vote);
	let included = story
		.expect(|cast| {
			let frank = &cast.frank;
			vec![
				(frank, too_low, Some("Wholesale::NothingFilled")),
				(frank, too_dear, Some("Wholesale::AboveMaxIn")),
				(frank, too_much, Some("Wholesale::InsufficientFunds")),
				(frank, right, None),
				(frank, vote, None),
			]
		})
		.await?;
	let who = story.cast.frank.id;
	let ask = story.exchange.ask;
	included[3].emitted(&[story.filled(ask, DAVE, frank, BOUGHT, paid)])?;
	included[3].emitted(&[Bought { who, market, bought: BOUGHT, paid, unbought: 0 }])?;
	let Voted { era, .. } = included[4].event()?;
	included[4].emitted(&[Voted { who, candidate, amount: VOTE, era }])?;
	ensure_eq("Frank's votes", story.state.held(&who, VOTES).await?, VOTE)?;
	story
		.changed(&[
			(frank, &|frank| {
				frank.free += BOUGHT - VOTE;
				frank.reserved += VOTE;
				frank.yuan += SENT - paid;
			}),
			(DAVE, &|dave| {
				dave.reserved -= BOUGHT;
				dave.yuan = dave.yuan - SENT + paid;
			}),
		])
		.await?;
	Ok(vec![
		format!("Dave sends him {}; {} of them buy {}.", yuan(SENT), yuan(paid), bhtd(BOUGHT)),
		format!("He puts {} behind Alice; before, he could not have.", bhtd(VOTE)),
	])
}

/// Persons offer without margin, retail, come first if they are cheaper, and no rest stays that nobody can
/// buy.
pub async fn offer(story: &mut Story) -> Result<Notes> {
	let (eve, frank): (Who, Who) = (|cast| &cast.eve, |cast| &cast.frank);
	let market = story.bhtd_market()?;
	let (price, size) = OFFER;
	let offer = story.quote_call(ask(market), price, size);
	let in_bulk = story.quote_call(Book { lot: 1, ..ask(market) }, price, LOTS[1]);
	let included = story
		.expect(|cast| {
			vec![(&cast.eve, offer, None), (&cast.eve, in_bulk, Some("Wholesale::AskNotRetail"))]
		})
		.await?;
	let id = included[0].event::<Quoted>()?.id;
	let deposit = story.exchange.deposit;
	story
		.changed(&[(eve, &|eve| {
			eve.free -= size + deposit;
			eve.reserved += size + deposit;
		})])
		.await?;
	let ids: Vec<_> = story.quotes(ask(market)).await?.iter().map(|quote| quote.id).collect();
	ensure_eq("who comes first", ids, vec![id, story.exchange.ask])?;

	let first = BHTD + 1;
	let paid = cost(first, price);
	let buy = |amount, max_in| story.buy_call(market, amount, ASK.0, max_in);
	let (too_little, part) = (buy(LOTS[0] - 1, u128::MAX), buy(first, paid));
	let included = story
		.expect(|cast| {
			vec![
				(&cast.frank, too_little, Some("Wholesale::BelowLot")),
				(&cast.frank, part, None),
				(&cast.dave, cancel_call(id), Some("Wholesale::NotOwner")),
			]
		})
		.await?;
	included[1].emitted(&[story.filled(id, eve, frank, first, paid)])?;
	included[1].emitted::<Left>(&[])?;
	let left = story.quote_of(id).await?.map(|quote| quote.remaining);
	ensure_eq("what is left of the offer", left, Some(size - first))?;

	let second = cost(BHTD, price);
	let again = story.buy_call(market, BHTD, ASK.0, second);
	let included = story.succeed(frank, again).await?;
	included.emitted(&[story.filled(id, eve, frank, BHTD, second)])?;
	included.emitted(&[Left { id, reason: Departure::Filled }])?;
	ensure_eq("the offer", story.quote_of(id).await?, None)?;
	let (sold, got) = (first + BHTD, paid + second);
	story
		.changed(&[
			(eve, &|eve| {
				eve.free -= sold;
				eve.yuan += got;
			}),
			(frank, &|frank| {
				frank.free += sold;
				frank.yuan -= got;
			}),
		])
		.await?;
	Ok(vec![
		format!("She asks less than Dave for {}, and comes first.", bhtd(size)),
		format!("Frank buys {} of them for {}.", bhtd(sold), yuan(got)),
		format!("{} are less than a lot: they and the deposit are hers again.", bhtd(size - sold)),
	])
}
