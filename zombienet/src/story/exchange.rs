//! Yuan on the chain, and what is traded for them: a credit institution that issues and redeems the
//! settlement token, an operator who quotes prices, and those who trade with it and with each other.
//!
//! The steps are in the modules. They share what stands here: how quotes and trades are called for and
//! read, and what must hold of tokens, quotes and the margins behind them after every step.

pub(super) mod currency;
pub(super) mod desk;
pub(super) mod exit;
pub(super) mod points;
pub(super) mod redemption;
pub(super) mod trade;

use super::{Notes, Picture, Story, Who, BHTD};
use crate::{
	chain::held_for,
	ensure, ensure_eq,
	types::{
		account,
		anchor::{CurrencyView, Institution, InstitutionView, Redemption, RedemptionId},
		call, number, variant,
		wholesale::{Book, Market, MarketView, Quote, QuoteView, Side},
		Call, MarginView, Terms,
	},
	Result,
};
use subxt::{
	dynamic::{tx, Value},
	ext::scale_value::Composite,
};

/// Decimals of the settlement token.
pub const YUAN_DECIMALS: u8 = 6;

/// A yuan, in smallest units.
const YUAN: u128 = 1_000_000;

/// A yuan for a BHTD, as smallest units per planck with 18 decimals.
const YUAN_PER_BHTD: u128 = 1_000_000_000_000;

/// The shortest period that the development chain allows, in blocks: a minute.
const MINUTE: u32 = 10;

/// For how many blocks quotes are valid, and trades may wait: longer than the story takes.
const LONG: u32 = 1_000;

/// Why quotes have something on hold.
const QUOTED: &str = "Wholesale::Quote";

/// Why deposits of the order book are held.
const DEPOSIT: &str = "Wholesale::Deposit";

/// The institution.
const CHARLIE: Who = |cast| &cast.charlie;

/// The operator.
const DAVE: Who = |cast| &cast.dave;

/// What there is of the settlement token and in the order book.
#[derive(Default)]
pub struct Exchange {
	/// The currency, once there is one.
	pub currency: Option<u32>,
	/// What is held for a quote beside what it offers, in planck.
	deposit: u128,
	/// Dave's bids for BHTD, by lot.
	bids: Vec<u64>,
	/// His ask.
	ask: u64,
	/// What Charlie has not paid.
	unpaid: Option<RedemptionId>,
	/// The block from which on Dave may withdraw, once he has announced to leave.
	leaves_at: u64,
}

/// What quotes have on hold, in smallest units.
#[derive(Debug, Default, PartialEq)]
struct OnHold {
	bhtd: u128,
	yuan: u128,
	points: u128,
}

impl OnHold {
	fn add(&mut self, quote: &Quote) {
		let held = match (quote.book.market, quote.book.side) {
			(Market::Bhtd(_), Side::Ask) | (Market::Points(_), Side::Bid) => &mut self.bhtd,
			(Market::Bhtd(_), Side::Bid) => &mut self.yuan,
			(Market::Points(_), Side::Ask) => &mut self.points,
		};
		*held += quote.funds;
	}
}

fn operator() -> Value {
	variant("Operator")
}

fn institution_role() -> Value {
	variant("CreditInstitution")
}

/// A call of the order book about a market.
fn trade_call<const N: usize>(name: &str, market: Market, more: [(&str, Value); N]) -> Call {
	let mut arguments = vec![("market", market.into())];
	arguments.extend(more);
	tx("Wholesale", name, Composite::named(arguments))
}

fn cancel_call(id: u64) -> Call {
	call("Wholesale", "cancel", [("id", number(id))])
}

impl Story {
	fn currency(&self) -> Result<u32> {
		self.exchange.currency.ok_or_else(|| "there is no currency yet".into())
	}

	fn bhtd_market(&self) -> Result<Market> {
		self.currency().map(Market::Bhtd)
	}

	/// The last block in which something may happen that should happen now, and the first in which a
	/// quote made now is not valid any more.
	fn later(&self) -> Value {
		number(self.state.number() as u32 + LONG)
	}

	/// A call of the settlement token.
	fn anchor_call<const N: usize>(&self, name: &str, more: [(&str, Value); N]) -> Result<Call> {
		let mut arguments = vec![("currency", number(self.currency()?))];
		arguments.extend(more);
		Ok(tx("Anchor", name, Composite::named(arguments)))
	}

	fn send_call(&self, to: Who, units: u128) -> Result<Call> {
		let to = account(&to(&self.cast).id);
		self.anchor_call("transfer", [("to", to), ("amount", number(units))])
	}

	/// A quote of `size` in smallest units of what is priced, at a price with 18 decimals.
	fn quote_call(&self, book: Book, price: u128, size: u128) -> Call {
		trade_call(
			"quote",
			book.market,
			[
				("side", book.side.into()),
				("lot", number(book.lot)),
				("price", number(price)),
				("size", number(size)),
				("expiry", self.later()),
			],
		)
	}

	async fn institution(&self) -> Result<InstitutionView> {
		let arguments = vec![number(self.currency()?), account(&self.cast.charlie.id)];
		let found: Option<InstitutionView> =
			self.state.view("Anchor", "institution", arguments).await?;
		found.ok_or_else(|| "Charlie is no institution".into())
	}

	async fn currency_view(&self) -> Result<CurrencyView> {
		let arguments = vec![number(self.currency()?)];
		let found: Option<CurrencyView> = self.state.view("Anchor", "currency", arguments).await?;
		found.ok_or_else(|| "the currency is gone".into())
	}

	async fn market(&self, market: Market) -> Result<MarketView> {
		let found: Option<MarketView> =
			self.state.view("Wholesale", "market", vec![market.into()]).await?;
		found.ok_or_else(|| format!("there is no market {market:?}").into())
	}

	/// The quotes of a book in the order in which they would be filled.
	async fn quotes(&self, book: Book) -> Result<Vec<QuoteView>> {
		self.state.view("Wholesale", "quotes", vec![book.into(), number(u8::MAX)]).await
	}

	/// The margin of somebody in a role other than that of a merchant.
	async fn margin_of(&self, who: Who, role: Value) -> Result<Option<MarginView>> {
		let arguments = vec![account(&who(&self.cast).id), role];
		self.state.view("Margin", "account", arguments).await
	}

	async fn terms_of(&self, role: Value) -> Result<Terms> {
		self.state.view("Margin", "terms", vec![role]).await
	}

	/// What is held of somebody's BHTD for deposits of the order book.
	async fn deposits(&self, who: Who) -> Result<u128> {
		self.state.held(&who(&self.cast).id, DEPOSIT).await
	}

	/// Tokens are what institutions have outstanding, quotes have on hold what they offer, and margins
	/// owe what tokens, redemptions and quotes say.
	pub(super) async fn check_exchange(&self, picture: &Picture) -> Result<()> {
		self.check_quotes().await?;
		if self.exchange.currency.is_none() {
			return Ok(());
		}
		self.check_tokens(picture).await
	}

	async fn check_quotes(&self) -> Result<()> {
		let quotes: Vec<Quote> = self.state.values("Wholesale", "Quotes").await?;
		let mut seen = 0;
		for person in self.cast.shown() {
			let mut expected = OnHold::default();
			for quote in quotes.iter().filter(|quote| quote.owner == person.id) {
				expected.add(quote);
				seen += 1;
			}
			let mut held =
				OnHold { bhtd: self.state.held(&person.id, QUOTED).await?, ..Default::default() };
			if let Some(currency) = self.exchange.currency {
				held.yuan = held_for(QUOTED, &self.state.tokens_holds(currency, &person.id).await?);
			}
			if let Some(class) = self.class {
				held.points = held_for(QUOTED, &self.state.points_holds(class, &person.id).await?);
			}
			ensure_eq(&format!("what quotes of {} have on hold", person.name), held, expected)?;
		}
		ensure_eq("the quotes", quotes.len(), seen)?;
		let owed: u128 = quotes.iter().filter_map(|quote| quote.exposure).sum();
		let margin = self.margin_of(DAVE, operator()).await?;
		ensure_eq("what Dave's margin owes", margin.map_or(0, |margin| margin.owed), owed)
	}

	async fn check_tokens(&self, picture: &Picture) -> Result<()> {
		let view = self.currency_view().await?;
		let asset = self.state.token(self.currency()?).await?;
		let institutions: Vec<Institution> = self.state.values("Anchor", "Institutions").await?;
		let redemptions: Vec<Redemption> = self.state.values("Anchor", "Redemptions").await?;
		let outstanding: u128 = institutions.iter().map(|it| it.outstanding).sum();
		let people: u128 = picture.people.iter().map(|it| it.yuan + it.held_yuan).sum();
		ensure_eq("the yuan there are", (asset.supply, view.total), (outstanding, outstanding))?;
		ensure_eq("the yuan that people have", people, outstanding)?;
		for role in [&asset.owner, &asset.issuer, &asset.admin, &asset.freezer] {
			ensure_eq("who has power over the yuan", role, &view.account)?;
		}
		let pending: u128 = institutions.iter().map(|it| it.pending).sum();
		let asked: u128 = redemptions.iter().map(|it| it.amount).sum();
		ensure_eq("the yuan to be paid", pending, asked)?;
		let owed = institutions.iter().map(|it| it.owed + it.penalties);
		let open = redemptions.iter().map(|it| it.compensation + it.penalty);
		let owed: u128 = owed.chain(open).sum();
		let margin = self.margin_of(CHARLIE, institution_role()).await?;
		let margin = margin.ok_or("Charlie has no margin")?;
		ensure_eq("what Charlie's margin owes", margin.owed, owed)?;
		ensure!(margin.held >= margin.owed, "the margin owes more than it holds: {margin:?}");
		Ok(())
	}
}

/// What `size` of BHTD costs in yuan at a price, rounded up.
fn cost(size: u128, price: u128) -> u128 {
	super::liability_of(size, price)
}

/// What `size` of BHTD brings in yuan at a price, rounded down.
fn proceeds(size: u128, price: u128) -> u128 {
	super::value_of(size, price)
}
