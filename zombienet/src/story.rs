//! The story of a merchant, its points and its customers.
//!
//! Bob locks a margin, issues points and awards them. His customers start without a single BHTD: they
//! give points to each other, turn them into BHTD and send the BHTD on. Then everything is tried that
//! must not be possible: by Bob, by the root key and by the council. At last Bob announces to leave,
//! and his customers convert what they hold all the same.
//!
//! [`STEPS`] is the table of contents. After every step [`Story::look`] reads balances and view
//! functions and checks what must hold at any time; each step checks its own effect to the planck.

mod consumers;
mod leaving;
mod merchant;
mod powers;

use crate::{
	chain::{Chain, Fate, Included, State},
	ensure, ensure_eq,
	report::{Holding, Picture, Report},
	steps,
	steps::{Notes, Steps},
	types::{account, number, variant, Call, Person, Terms, TransactionFeePaid},
	Result,
};
use std::time::Duration;
use subxt::dynamic::Value;

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
	/// Another funded account, who has nothing to do with Bob's points.
	eve: Person,
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
			eve: Person::new("Eve", "//Eve")?,
			carol: Person::new("Carol", "//Consumer//Carol")?,
			dora: Person::new("Dora", "//Consumer//Dora")?,
			erin: Person::new("Erin", "//Consumer//Erin")?,
			frank: Person::new("Frank", "//Consumer//Frank")?,
			wallet: Person::new("Wallet", "//Consumer//Carol//wallet")?,
		})
	}

	/// Those whose holdings the reports show, and who may hold points.
	fn shown(&self) -> [&Person; 6] {
		[&self.bob, &self.carol, &self.dora, &self.erin, &self.frank, &self.wallet]
	}

	/// Those who start with nothing.
	fn customers(&self) -> [&Person; 5] {
		[&self.carol, &self.dora, &self.erin, &self.frank, &self.wallet]
	}
}

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
	/// The block from which on Bob may withdraw, once he has announced to leave.
	leaves_at: u64,
}

/// Plays the whole story on the node at `url` and hands each step's report to `tell`.
///
/// The chain must be a fresh development chain: the story's people must not have played it before.
pub async fn play(url: &str, limit: Duration, mut tell: impl FnMut(&Report)) -> Result<()> {
	let chain = Chain::connect(url, limit).await?;
	chain.wait_for_finalised(1, limit).await?;
	let mut story = Story::open(chain).await?;
	for (index, (title, step)) in STEPS.iter().enumerate() {
		let failed = |error| format!("step {}, \"{title}\": {error}", index + 1);
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
		let state = chain.best().await?;
		let terms = state.view("Margin", "terms", vec![merchant_role()]).await?;
		let mut story = Self {
			chain,
			cast,
			state,
			before: Picture::default(),
			terms,
			class: None,
			book: 0,
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
			Fate::Included(included) => Some(&included.state),
			Fate::Refused(_) => None,
		}));
		Ok(fates)
	}

	/// Moves on to the latest of some blocks.
	fn advance<'a>(&mut self, states: impl Iterator<Item = &'a State>) {
		if let Some(latest) = states.max_by_key(|state| state.number()) {
			self.state = latest.clone();
		}
	}

	/// Submits calls of which each must end in a block as told: `None` for success, else an error.
	async fn expect(
		&mut self,
		calls: impl FnOnce(&Cast) -> Vec<(&Person, Call, Option<&'static str>)>,
	) -> Result<Vec<Included>> {
		let included = self.chain.expect(calls(&self.cast)).await?;
		self.advance(included.iter().map(|included| &included.state));
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
			let points = match self.class {
				Some(class) => state.points(class, &person.id).await?,
				None => 0,
			};
			picture.people.push(Holding {
				name: person.name,
				free: funds.free,
				reserved: funds.reserved,
				points,
			});
		}
		if let Some(class) = self.class {
			picture.class = state.view("Points", "class", vec![number(class)]).await?;
			self.check_points(class, &picture).await?;
		}
		self.check_margin(&picture).await?;
		Ok(picture)
	}

	/// Holds are the ledger, and cover what is owed.
	async fn check_margin(&self, picture: &Picture) -> Result<()> {
		let holds = self.state.holds(&self.cast.bob.id).await?;
		let held = holds.iter().find(|(reason, _)| reason == "Margin::Merchant");
		let shown = picture.margin.as_ref().map(|margin| margin.held).filter(|held| *held > 0);
		ensure_eq("the hold of the margin", held.map(|(_, amount)| *amount), shown)?;
		let total: u128 = holds.iter().map(|(_, amount)| amount).sum();
		ensure_eq("all holds together", total, picture.of(&self.cast.bob)?.reserved)?;
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
		let people: u128 = picture.people.iter().map(|holding| holding.points).sum();
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
