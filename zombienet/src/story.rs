//! The story of a merchant, its points and its customers.
//!
//! Bob locks a margin, issues points and awards them. His customers start without a single BHTD: they
//! give points to each other, turn them into BHTD and send the BHTD on. In his store, points are earned
//! and spent; orders are shipped, refunded, disputed and forgotten. A sponsor pays for data about what
//! was bought, and the council for work that somebody judges. A bank issues yuan, for which an operator
//! trades BHTD and points with all of them. Then everything is tried that must not be possible:
//! by Bob, by the root key and by the council. At last Bob announces to leave, and his customers convert
//! what they hold all the same.
//!
//! [`STEPS`] is the table of contents. After every step [`Story::look`] reads balances and view
//! functions and checks what must hold at any time; each step checks its own effect to the planck.

mod campaign;
mod community;
mod consumers;
mod exchange;
mod leaving;
mod merchant;
mod powers;
mod store;

pub use self::exchange::YUAN_DECIMALS;

use self::{campaign::Campaign, community::Bounty, exchange::Exchange, store::Shop};
use crate::{
	chain::{Chain, Fate, Included, State},
	ensure, ensure_eq,
	report::{Holding, Picture, Report},
	steps,
	steps::{Notes, Steps},
	types::{account, number, variant, Call, Person, Terms, TransactionFeePaid},
	Result,
};
use std::{collections::BTreeMap, time::Duration};
use subxt::{dynamic::Value, utils::AccountId32};

/// Decimals of the story's points.
pub const DECIMALS: u8 = 2;

/// One of the story's points, in smallest units.
pub const POINT: u128 = 100;

/// One BHTD, in planck.
pub const BHTD: u128 = 1_000_000_000_000;

/// How many points there are, in smallest units.
const SUPPLY: u128 = 1_000_000 * POINT;

/// A tenth of a BHTD per point, as planck per smallest unit with 18 decimals.
const FLOOR: u128 = BHTD / 10 / POINT * FIXED_ONE;

/// One, as a fixed-point number of the chain.
const FIXED_ONE: u128 = 1_000_000_000_000_000_000;

/// What the merchant locks beyond the minimum of the role.
const BACKING: u128 = 200 * BHTD;

/// What a block takes, with some time to spare.
const BLOCK_LIMIT: Duration = Duration::from_secs(12);

/// How long finality may lag behind at the end.
const FINALITY_LIMIT: Duration = Duration::from_secs(120);

/// What happens, in order.
const STEPS: Steps<Story> = steps![
	"The chain produces and finalises blocks" => opening,
	"Bob locks a margin and becomes a merchant" => merchant::register,
	"Bob issues points" => merchant::create,
	"Bob awards points to Carol, who has no BHTD" => merchant::award,
	"Bob awards points to Dora and Erin in one call" => merchant::award_batch,
	"Awards that must not be" => merchant::refused_awards,
	"Calls without BHTD that would not pay for themselves" => consumers::refused_without_bhtd,
	"Carol, who has no BHTD, turns points into BHTD" => consumers::convert,
	"Carol gives points to Frank and sends BHTD on" => consumers::give_and_send,
	"Frank, who never met Bob, turns the gift into BHTD" => consumers::convert_gift,
	"Bob raises the floor" => merchant::raise_floor,
	"Ferdie can be an arbiter, and Bob opens a store" => store::open,
	"Two want the last tin of Bob's, and one gets it" => store::limits::race,
	"Eve buys coffee for Frank, who earns points" => store::orders::gift,
	"A bag is missing, and Bob returns its price" => store::orders::part_refund,
	"Bob cannot deliver, and cancels" => store::orders::cancel,
	"Frank's points are missed, and awarded later" => store::payments::missed_award,
	"Eve complains; nobody but Ferdie decides" => store::disputes::powers,
	"Ferdie decides" => store::disputes::resolve,
	"Carol pays with points, Eve with points and BHTD" => store::payments::pay,
	"Orders that must not be" => store::limits::refused,
	"What the others forget, anybody settles" => store::limits::settle,
	"Charlie pays for data about coffee" => campaign::open,
	"Eve and Carol consent, and contribute what they bought" => campaign::contribute,
	"Eve revokes, and keeps what she has earned" => campaign::revoke,
	"Carol, who has no BHTD left, is paid for her data" => campaign::claim,
	"Eve wants a wallet, and the council pays for it" => community::propose,
	"Ferdie judges the wallet that Carol has made" => community::judge,
	"Charlie becomes a credit institution" => exchange::currency::found,
	"Charlie mints yuan, and only what is covered" => exchange::currency::mint,
	"Nobody else makes yuan, and minting can be halted" => exchange::currency::powers,
	"Dave, an operator, quotes BHTD on both sides" => exchange::desk::open,
	"Bob sells BHTD wholesale" => exchange::trade::wholesale,
	"Frank buys BHTD, and votes with them" => exchange::trade::buy,
	"Carol is paid for the wallet" => community::pay,
	"Eve sells BHTD to Frank, from person to person" => exchange::trade::offer,
	"Bob redeems yuan, and Charlie is silent" => exchange::redemption::ignored,
	"Dave buys points, and Carol gets more than the floor" => exchange::points::convert,
	"Without Dave's quote she gets the floor" => exchange::points::without_quote,
	"Bob redeems more, and is paid" => exchange::redemption::paid,
	"Dave takes his quotes back and announces to leave" => exchange::exit::announce,
	"Charlie's margin pays Bob" => exchange::redemption::settled,
	"Dave gets his margin back, all of it" => exchange::exit::withdraw,
	"The campaign is over, and Charlie has back what is left" => campaign::end,
	"Bob pauses awards; his customers do not notice" => merchant::pause,
	"Bob is an operator as well, and moves margin" => merchant::second_role,
	"Bob tries to reach into his customers' pockets" => powers::merchant,
	"The root key tries to make points and to take them" => powers::root,
	"The council tries the same" => powers::council,
	"Bob announces to leave; Erin converts all the same" => leaving::announce,
	"Bob gets back what is not owed, and no more" => leaving::withdraw,
	"All of it is final" => closing,
];

/// Everybody in the story. The customers' keys are theirs alone: they own nothing at first.
struct Cast {
	/// Holds the root key of the development chain and sits on its council.
	alice: Person,
	/// The merchant.
	bob: Person,
	/// A rich merchant, who becomes a credit institution.
	charlie: Person,
	/// An operator from the beginning.
	dave: Person,
	/// Another funded account, which is a customer of Bob's store in the end.
	eve: Person,
	/// Another funded account, which becomes an arbiter.
	ferdie: Person,
	/// A customer.
	carol: Person,
	/// A customer.
	dora: Person,
	/// A customer.
	erin: Person,
	/// A friend of Carol's.
	frank: Person,
	/// An account of Carol's elsewhere.
	wallet: Person,
}

impl Cast {
	fn new() -> Result<Self> {
		Ok(Self {
			alice: Person::new("Alice", "//Alice")?,
			bob: Person::new("Bob", "//Bob")?,
			charlie: Person::new("Charlie", "//Charlie")?,
			dave: Person::new("Dave", "//Dave")?,
			eve: Person::new("Eve", "//Eve")?,
			ferdie: Person::new("Ferdie", "//Ferdie")?,
			carol: Person::new("Carol", "//Consumer//Carol")?,
			dora: Person::new("Dora", "//Consumer//Dora")?,
			erin: Person::new("Erin", "//Consumer//Erin")?,
			frank: Person::new("Frank", "//Consumer//Frank")?,
			wallet: Person::new("Wallet", "//Consumer//Carol//wallet")?,
		})
	}

	/// Those whose holdings the reports show, and who may hold points or yuan.
	fn shown(&self) -> [&Person; 10] {
		let [carol, dora, erin, frank, wallet] = self.customers();
		let Self { bob, charlie, dave, eve, ferdie, .. } = self;
		[bob, charlie, dave, eve, ferdie, carol, dora, erin, frank, wallet]
	}

	/// Those who start with nothing.
	fn customers(&self) -> [&Person; 5] {
		[&self.carol, &self.dora, &self.erin, &self.frank, &self.wallet]
	}
}

/// Somebody of the story.
type Who = fn(&Cast) -> &Person;

/// What a step changes in what somebody holds.
type Change<'a> = (Who, &'a (dyn Fn(&mut Holding) + Sync));

/// The story while it is told.
struct Story {
	chain: Chain,
	cast: Cast,
	/// The state after the latest block that the story has waited for.
	state: State,
	/// How things were before the current step.
	before: Picture,
	/// The terms of merchants.
	terms: Terms,
	/// Bob's class of points, once it exists.
	class: Option<u32>,
	/// Bob's receipt book, once it exists.
	book: u32,
	/// What Bob sells, once he has opened a store.
	shop: Shop,
	/// What Charlie pays for data.
	campaign: Campaign,
	/// What the council pays for.
	bounty: Bounty,
	/// The settlement token and what is traded for it.
	exchange: Exchange,
	/// What everybody has paid for calls in the current step, in planck.
	fees: BTreeMap<AccountId32, u128>,
	/// The block from which on Bob may withdraw, once he has announced to leave.
	leaves_at: u64,
}

/// Plays the whole story on a chain and hands each step's report to `tell`.
///
/// Alice must have the root key, and only she and Bob may be on the council. Other stories may have been
/// played before, but none of merchants: Bob must not be one, and the customers must own nothing.
pub async fn play(chain: Chain, mut tell: impl FnMut(&Report)) -> Result<()> {
	let mut story = Story::open(chain).await?;
	for (index, (title, step)) in STEPS.iter().enumerate() {
		let failed = |error| format!("step {}, \"{title}\": {error}", index + 1);
		story.fees.clear();
		let notes = step(&mut story).await.map_err(failed)?;
		let after = story.look().await.map_err(failed)?;
		let before = std::mem::replace(&mut story.before, after.clone());
		tell(&Report { number: index + 1, title, notes, before, after });
	}
	Ok(())
}

/// Planck that `units` of points are worth at `floor`, rounded down: what a conversion pays.
pub fn value_of(units: u128, floor: u128) -> u128 {
	scaled(units, floor).0
}

/// Planck that must be held for `units` of points at `floor`, rounded up.
fn liability_of(units: u128, floor: u128) -> u128 {
	let (whole, rest) = scaled(units, floor);
	whole + u128::from(rest > 0)
}

/// `units * floor` with 18 decimals of `floor`, and whether something remains. Splitting the floor
/// keeps the products within 128 bits for all amounts of the story.
fn scaled(units: u128, floor: u128) -> (u128, u128) {
	let fraction = units * (floor % FIXED_ONE);
	(units * (floor / FIXED_ONE) + fraction / FIXED_ONE, fraction % FIXED_ONE)
}

/// The role of the story's merchant.
fn merchant_role() -> Value {
	variant("Merchant")
}

impl Story {
	async fn open(chain: Chain) -> Result<Self> {
		let cast = Cast::new()?;
		let state = chain.latest().await?;
		let terms = state.view("Margin", "terms", vec![merchant_role()]).await?;
		let mut story = Self {
			chain,
			cast,
			state,
			before: Picture::default(),
			terms,
			class: None,
			book: 0,
			shop: Shop::default(),
			campaign: Campaign::default(),
			bounty: Bounty::default(),
			exchange: Exchange::default(),
			fees: BTreeMap::new(),
			leaves_at: 0,
		};
		story.before = story.look().await?;
		ensure!(
			story.before.margin.is_none(),
			"Bob is a merchant already: the story needs a fresh chain"
		);
		Ok(story)
	}

	/// Bob's class of points.
	fn class(&self) -> Result<u32> {
		self.class.ok_or_else(|| "there is no class of points yet".into())
	}

	/// A call of `points` for Bob's class with more arguments.
	fn points_call<const N: usize>(&self, name: &str, more: [(&str, Value); N]) -> Result<Call> {
		let mut arguments = vec![("class", number(self.class()?))];
		arguments.extend(more);
		Ok(subxt::dynamic::tx("Points", name, subxt::ext::scale_value::Composite::named(arguments)))
	}

	/// The award of `units` to `who` for receipt `receipt`.
	fn award_call(&self, who: &Person, units: u128, receipt: u64) -> Result<Call> {
		let receipt = crate::types::Receipt { book: self.book, number: receipt };
		self.points_call(
			"award",
			[
				("beneficiary", account(&who.id)),
				("amount", number(units)),
				("receipt", receipt.into()),
			],
		)
	}

	/// The conversion of `units`, for at least `min_out` planck.
	fn convert_call(&self, units: u128, min_out: u128) -> Result<Call> {
		self.points_call("convert", [("amount", number(units)), ("min_out", number(min_out))])
	}

	/// Submits calls all at once, waits for them and moves on to the block of the last one.
	async fn submit(
		&mut self,
		calls: impl FnOnce(&Cast) -> Vec<(&Person, Call)>,
	) -> Result<Vec<Fate>> {
		let calls = calls(&self.cast).into_iter().map(|(who, call)| (&who.key, call)).collect();
		let fates = self.chain.submit(calls).await?;
		self.advance(fates.iter().filter_map(|fate| match fate {
			Fate::Included(included) => Some(included),
			Fate::Refused(_) => None,
		}))?;
		Ok(fates)
	}

	/// Notes what some calls cost, and moves on to the latest of their blocks.
	fn advance<'a>(&mut self, included: impl Iterator<Item = &'a Included> + Clone) -> Result<()> {
		for call in included.clone() {
			for TransactionFeePaid { who, actual_fee } in call.all()? {
				*self.fees.entry(who).or_default() += actual_fee;
			}
		}
		if let Some(latest) = included.map(|it| &it.state).max_by_key(|state| state.number()) {
			self.state = latest.clone();
		}
		Ok(())
	}

	/// Submits calls of which each must end in a block as told: `None` for success, else an error.
	async fn expect(
		&mut self,
		calls: impl FnOnce(&Cast) -> Vec<(&Person, Call, Option<&'static str>)>,
	) -> Result<Vec<Included>> {
		let included = self.chain.expect(calls(&self.cast)).await?;
		self.advance(included.iter())?;
		Ok(included)
	}

	/// Submits one call that must succeed.
	async fn succeed(
		&mut self,
		who: impl FnOnce(&Cast) -> &Person,
		call: Call,
	) -> Result<Included> {
		let included = self.expect(|cast| vec![(who(cast), call, None)]).await?.pop();
		included.ok_or_else(|| "nothing was submitted".into())
	}

	/// Reads balances and view functions and checks what must hold at any time.
	async fn look(&self) -> Result<Picture> {
		let state = &self.state;
		let bob = &self.cast.bob;
		let arguments = vec![account(&bob.id), merchant_role()];
		let mut picture = Picture {
			block: state.number(),
			margin: state.view("Margin", "account", arguments).await?,
			..Default::default()
		};
		for person in self.cast.shown() {
			let funds = state.funds(&person.id).await?;
			let mut holding = Holding {
				name: person.name,
				free: funds.free,
				reserved: funds.reserved,
				..Default::default()
			};
			if let Some(class) = self.class {
				let holds = state.points_holds(class, &person.id).await?;
				holding.points = state.points(class, &person.id).await?;
				holding.held_points = holds.iter().map(|(_, units)| units).sum();
			}
			if let Some(currency) = self.exchange.currency {
				let holds = state.tokens_holds(currency, &person.id).await?;
				holding.yuan = state.tokens(currency, &person.id).await?;
				holding.held_yuan = holds.iter().map(|(_, units)| units).sum();
			}
			picture.people.push(holding);
		}
		if let Some(class) = self.class {
			picture.class = state.view("Points", "class", vec![number(class)]).await?;
			self.check_points(class, &picture).await?;
		}
		self.check_margin(&picture).await?;
		self.check_holds(&picture).await?;
		self.check_exchange(&picture).await?;
		Ok(picture)
	}

	/// What everybody holds has changed since the step began as told, apart from fees for calls, and
	/// nothing else has.
	async fn changed(&self, changes: &[Change<'_>]) -> Result<Picture> {
		let after = self.look().await?;
		for person in self.cast.shown() {
			let mut expected = self.before.of(person)?.clone();
			for (who, change) in changes {
				if who(&self.cast).id == person.id {
					change(&mut expected);
				}
			}
			expected.free -= self.fees.get(&person.id).copied().unwrap_or_default();
			ensure_eq("what somebody holds", after.of(person)?, &expected)?;
		}
		Ok(after)
	}

	/// The hold is the ledger, and covers what is owed.
	async fn check_margin(&self, picture: &Picture) -> Result<()> {
		let holds = self.state.holds(&self.cast.bob.id).await?;
		let held = holds.iter().find(|(reason, _)| reason == "Margin::Merchant");
		let shown = picture.margin.as_ref().map(|margin| margin.held).filter(|held| *held > 0);
		ensure_eq("the hold of the margin", held.map(|(_, amount)| *amount), shown)?;
		let (Some(margin), Some(class)) = (&picture.margin, &picture.class) else {
			return Ok(());
		};
		ensure_eq("what the margin owes", margin.owed, class.liability)?;
		ensure!(margin.held >= margin.owed, "the margin owes more than it holds: {margin:?}");
		Ok(())
	}

	/// The supply is what was declared, every point is somewhere, and nobody has power over them.
	async fn check_points(&self, class: u32, picture: &Picture) -> Result<()> {
		let view = picture.class.as_ref().ok_or("the class is gone")?;
		let asset = self.state.asset(class).await?;
		let vault = self.state.points(class, &view.vault).await?;
		let people: u128 =
			picture.people.iter().map(|holding| holding.points + holding.held_points).sum();
		ensure_eq("the supply of points", (view.supply, asset.supply), (SUPPLY, SUPPLY))?;
		ensure_eq("the points in circulation", view.circulating, people)?;
		ensure_eq("the points in the vault", vault, SUPPLY - people)?;
		let owed = liability_of(people, view.floor);
		ensure_eq("what is owed for points", view.liability, owed)?;
		ensure!(asset.is_sufficient, "points need BHTD beside them");
		for role in [&asset.owner, &asset.issuer, &asset.admin, &asset.freezer] {
			ensure_eq("who has power over the points", role, &view.vault)?;
		}
		Ok(())
	}

	/// What a call cost the one who signed it.
	fn fee(included: &Included) -> Result<u128> {
		Ok(included.event::<TransactionFeePaid>()?.actual_fee)
	}

	/// What several calls cost together.
	fn fees<'a>(included: impl IntoIterator<Item = &'a Included>) -> Result<u128> {
		included.into_iter().map(Self::fee).sum()
	}
}

impl Picture {
	/// What somebody holds.
	fn of(&self, person: &Person) -> Result<&Holding> {
		let found = self.people.iter().find(|holding| holding.name == person.name);
		found.ok_or_else(|| format!("{} is not in the picture", person.name).into())
	}

	/// The merchant's margin.
	fn margin(&self) -> Result<&crate::types::MarginView> {
		self.margin.as_ref().ok_or_else(|| "Bob has no margin".into())
	}

	/// The merchant's points.
	fn class(&self) -> Result<&crate::types::ClassView> {
		self.class.as_ref().ok_or_else(|| "there are no points".into())
	}
}

async fn opening(story: &mut Story) -> Result<Notes> {
	for person in story.cast.customers() {
		let funds = story.state.funds(&person.id).await?;
		ensure!(funds.free + funds.reserved == 0, "{} owns BHTD already", person.name);
	}
	let later = story.state.number() + 1;
	story.state = story.chain.wait_for_block(later, FINALITY_LIMIT).await?;
	let minimum = crate::report::bhtd(story.terms.minimum);
	Ok(vec![
		format!("{} is at block {later}.", story.chain.name().await?),
		format!("Merchants lock at least {minimum} and leave after {} blocks.", story.terms.notice),
	])
}

async fn closing(story: &mut Story) -> Result<Notes> {
	let last = story.state.number();
	story.chain.wait_for_finalised(last, FINALITY_LIMIT).await?;
	Ok(vec![format!("Block {last} and all before it are final.")])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn values_round_against_the_converter_and_for_the_ledger() {
		assert_eq!(value_of(POINT, FLOOR), BHTD / 10);
		assert_eq!(liability_of(POINT, FLOOR), BHTD / 10);
		assert_eq!(value_of(1, FIXED_ONE / 2), 0);
		assert_eq!(liability_of(1, FIXED_ONE / 2), 1);
		assert_eq!(value_of(SUPPLY, FLOOR), 100_000 * BHTD);
	}
}
