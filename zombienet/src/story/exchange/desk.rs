//! The market of BHTD for yuan, and the quotes of its operator.

use super::{cost, operator, Notes, Story, BHTD, DAVE, LONG, YUAN_PER_BHTD};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, yuan},
	types::{
		call, list, number,
		wholesale::{
			Book, BookView, Market, MarketOpened, MarketView, QuoteView, Quoted, Side, Status,
		},
		Call, MarginView,
	},
	Result,
};

/// What may be quoted at least: retail, wholesale, and more than that.
pub(super) const LOTS: [u128; 3] = [BHTD, 10 * BHTD, 50 * BHTD];

/// What Dave pays for BHTD, by lot: the more there is of it, the better the price.
pub(super) const BIDS: [(u128, u128); 3] = [
	(190 * YUAN_PER_BHTD / 100, 10 * BHTD),
	(195 * YUAN_PER_BHTD / 100, 100 * BHTD),
	(198 * YUAN_PER_BHTD / 100, 50 * BHTD),
];

/// What Dave sells BHTD for.
pub(super) const ASK: (u128, u128) = (210 * YUAN_PER_BHTD / 100, 100 * BHTD);

/// What is owed for each BHTD that is quoted, as a divisor.
pub(super) const EXPOSURE: u128 = 10;

/// A bid of Dave's, by lot.
pub(super) fn bid(market: Market, lot: u8) -> Book {
	Book { market, side: Side::Bid, lot }
}

/// What he asks.
pub(super) fn ask(market: Market) -> Book {
	Book { market, side: Side::Ask, lot: 0 }
}

fn open_call(currency: u32, lots: &[u128]) -> Call {
	let lots = list(lots.iter().map(|lot| number(*lot)));
	call("Wholesale", "open_market", [("currency", number(currency)), ("lots", lots)])
}

/// Everything that Dave quotes.
fn offered(market: Market) -> Vec<(Book, (u128, u128))> {
	let bids = (0..).map(|lot| bid(market, lot)).zip(BIDS);
	bids.chain([(ask(market), ASK)]).collect()
}

impl Story {
	/// Governance opens the market with lots as they should be, and nobody else does.
	async fn open_market(&mut self) -> Result<()> {
		let (currency, market) = (self.currency()?, self.bhtd_market()?);
		let [mut falling, mut tiny] = [LOTS, LOTS];
		(falling[1], tiny[0]) = (BHTD, BHTD - 1);
		let unsound = [falling, tiny].map(|lots| open_call(currency, &lots));
		let refusals = self.refused_as_root(unsound.into()).await?;
		let reasons: Vec<_> = refusals.iter().map(|(_, error)| error.as_str()).collect();
		let expected = vec!["Wholesale::LotsNotRising", "Wholesale::LotOutOfBounds"];
		ensure_eq("why lots are refused", reasons, expected)?;
		let included = self.done_as_root(vec![open_call(currency, &LOTS)]).await?;
		included[0].emitted(&[MarketOpened { market, lots: LOTS.to_vec() }])
	}

	/// Puts Dave's quotes into the book, and checks that each is there.
	async fn quote_all(&mut self) -> Result<()> {
		let (currency, market) = (self.currency()?, self.bhtd_market()?);
		let books = offered(market);
		let quotes: Vec<_> = books
			.iter()
			.map(|(book, (price, size))| self.quote_call(*book, *price, *size))
			.collect();
		let refused = self.unsound_quotes(market);
		let by_bob = self.quote_call(bid(market, 1), BIDS[1].0, LOTS[1]);
		let expiry = self.state.number() as u32 + LONG;
		let included = self
			.expect(|cast| {
				let dave = &cast.dave;
				let quotes = quotes.into_iter().map(|call| (dave, call, None));
				let refused = refused.into_iter().map(|(call, error)| (dave, call, Some(error)));
				let by_others = [
					(dave, open_call(currency, &LOTS), Some("BadOrigin")),
					(&cast.bob, by_bob, Some("Wholesale::NotActiveOperator")),
				];
				quotes.chain(refused).chain(by_others).collect()
			})
			.await?;
		let owner = self.cast.dave.id;
		for (included, (book, (price, size))) in included.iter().zip(books) {
			let id = included.event::<Quoted>()?.id;
			included.emitted(&[Quoted { id, owner, book, price, size, expiry }])?;
			let view = QuoteView { id, owner, book, price, remaining: size, expiry, stale: None };
			ensure_eq("the book", self.quotes(book).await?, vec![view])?;
			match book.side {
				Side::Bid => self.exchange.bids.push(id),
				Side::Ask => self.exchange.ask = id,
			}
		}
		Ok(())
	}

	/// Quotes that must not be, once there are those of Dave's that may be.
	fn unsound_quotes(&self, market: Market) -> Vec<(Call, &'static str)> {
		let (retail, (price, size)) = (bid(market, 0), BIDS[0]);
		let off_tick = price + YUAN_PER_BHTD / 100_000;
		vec![
			(self.quote_call(bid(market, 3), price, size), "Wholesale::LotNotFound"),
			(self.quote_call(retail, price, LOTS[0] - 1), "Wholesale::BelowLot"),
			(self.quote_call(bid(market, 1), price, LOTS[1] - 1), "Wholesale::BelowLot"),
			(self.quote_call(retail, off_tick, size), "Wholesale::PriceOffTick"),
			(self.quote_call(ask(market), price, size), "Wholesale::WouldCross"),
			(self.quote_call(retail, price, 10_000 * BHTD), "Wholesale::InsufficientFunds"),
			// Nobody may have so many yuan.
			(self.quote_call(ask(market), ASK.0, 10_000 * BHTD), "Wholesale::CannotReceive"),
		]
	}
}

/// Quotes have their funds on hold and a tenth of their BHTD owed; what cannot be kept is refused.
pub async fn open(story: &mut Story) -> Result<Notes> {
	story.open_market().await?;
	story.quote_all().await?;

	let mut books: Vec<_> = LOTS
		.into_iter()
		.zip(BIDS)
		.map(|(lot, (price, _))| BookView { lot, bid: Some(price), ask: None })
		.collect();
	books[0].ask = Some(ASK.0);
	let expected = MarketView { status: Status::Open, books };
	ensure_eq("the market", story.market(story.bhtd_market()?).await?, expected)?;
	let offered: u128 = BIDS.into_iter().map(|(price, size)| cost(size, price)).sum();
	let quoted = ASK.1 + BIDS.into_iter().map(|(_, size)| size).sum::<u128>();
	let deposit = story.deposits(DAVE).await?;
	ensure!(deposit > 0, "there is no deposit for quotes");
	story
		.changed(&[(DAVE, &|dave| {
			dave.free -= ASK.1 + deposit;
			dave.reserved += ASK.1 + deposit;
			dave.yuan -= offered;
			dave.held_yuan += offered;
		})])
		.await?;
	let margin = story.margin_of(DAVE, operator()).await?.ok_or("Dave has no margin")?;
	let owed = quoted / EXPOSURE;
	let capacity = margin.held - margin.minimum - owed;
	ensure_eq("Dave's margin", &margin, &MarginView { owed, capacity, ..margin.clone() })?;
	Ok(vec![
		format!("{} and {} are on hold for them.", yuan(offered), bhtd(ASK.1)),
		format!("His margin owes {} for {} that are quoted.", bhtd(owed), bhtd(quoted)),
		"Quotes below the lot, off the tick, across the market, without funds: refused.".into(),
		"So is a wholesale quote of Bob's, who is no operator.".into(),
	])
}
