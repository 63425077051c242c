//! The story of the witnesses, who author the blocks and finalise them.
//!
//! Four witnesses run a chain. Eve puts up a deposit and is voted for; when the votes have matured she
//! takes a seat and authors. On the way two witnesses stand still, which stops finality until they go
//! on, and one is killed for good, which stops nothing: the dead one is found idle, fined and left out.
//! At last witnesses and voters take their rewards.
//!
//! [`STEPS`] is the table of contents. Everything is read after final blocks, which the story looks at
//! one by one.

mod candidate;
mod failures;
mod rewards;

use crate::{
	chain::{Chain, State},
	deadline::Deadline,
	ensure, ensure_eq,
	network::Network,
	report::{bhtd, Progress},
	steps,
	steps::{Notes, Steps},
	types::{
		account, CandidateView, Parameters, Person, PositionView, RewardsDivided, WitnessIdle,
	},
	Result,
};
use std::{
	collections::BTreeMap,
	time::{Duration, Instant},
};
use subxt::utils::AccountId32;

/// The chain of four witnesses.
const CHAIN: &str = "local-4";

/// How long a block is expected to take.
const BLOCK_TIME: Duration = Duration::from_secs(6);

/// How long every first block of a witness may take, and finality may lag at the end.
const PATIENCE: Duration = Duration::from_secs(150);

/// What happens, in order.
const STEPS: Steps<Story> = steps![
	"Four witnesses author and finalise" => opening,
	"Eve starts a node and makes session keys" => candidate::keys,
	"Eve puts up a deposit" => candidate::register,
	"Bob and Ferdie vote for Eve" => candidate::vote,
	"Two of the four witnesses stand still" => failures::pause,
	"The votes mature" => candidate::mature,
	"Charlie's node is killed" => failures::kill,
	"Eve takes a seat" => candidate::elected,
	"Eve authors blocks" => candidate::authors,
	"Witnesses and voters are paid" => rewards::claim,
	"Charlie is fined and left out" => failures::idle,
	"Dave takes the free seat" => failures::replaced,
	"All of it is final, and all nodes agree" => closing,
];

/// Everybody in the story.
struct Cast {
	/// A witness, whose node the story asks.
	alice: Person,
	/// A witness who votes for another one.
	bob: Person,
	/// A witness whose node dies.
	charlie: Person,
	/// A witness.
	dave: Person,
	/// Who becomes one.
	eve: Person,
	/// A voter.
	ferdie: Person,
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
		})
	}

	/// Those who run a node at some time.
	fn witnesses(&self) -> [&Person; 5] {
		[&self.alice, &self.bob, &self.charlie, &self.dave, &self.eve]
	}

	/// What somebody is called.
	fn name_of(&self, who: &AccountId32) -> String {
		let found = self.witnesses().into_iter().find(|person| person.id == *who);
		found.map_or_else(|| who.to_string(), |person| person.name.into())
	}
}

/// The story while it is told.
struct Story {
	network: Network,
	cast: Cast,
	began: Instant,
	/// The state after the latest final block that was looked at.
	state: State,
	/// How many final blocks each account has authored.
	authored: BTreeMap<AccountId32, u32>,
	/// The divisions of rewards so far.
	divisions: Vec<RewardsDivided>,
	/// Who was found idle so far, and in which era.
	idle: Vec<(u32, WitnessIdle)>,
	parameters: Parameters,
	/// How many sessions an era has.
	sessions: u32,
	/// How long an era takes.
	era_time: Duration,
	/// What Bob and Ferdie have voted with, in planck.
	votes: [u128; 2],
	/// When they did.
	voted: Instant,
	/// The era in which their votes count.
	matures: u32,
	/// When Charlie's node was killed.
	died: Instant,
	/// The first whole era after that.
	missed: u32,
}

/// Starts the network, plays the whole story on it and hands each step's report to `tell`.
pub async fn play(mut tell: impl FnMut(&Progress)) -> Result<()> {
	let mut story = Story::open().await?;
	for (index, (title, step)) in STEPS.iter().enumerate() {
		let number = index + 1;
		let told: Result<()> = async {
			let notes = step(&mut story).await?;
			story.catch_up().await?;
			tell(&story.progress(number, title, notes).await?);
			Ok(())
		}
		.await;
		let told = told.map_err(|error| format!("step {number}, \"{title}\": {error}").into());
		story.network.explain(told)?;
	}
	Ok(())
}

impl Story {
	async fn open() -> Result<Self> {
		let began = Instant::now();
		let cast = Cast::new()?;
		let [witnesses @ .., _] = cast.witnesses().map(|person| person.name);
		let network = Network::start(CHAIN, &witnesses).await?;
		let chain = &network.member(cast.alice.name)?.chain;
		let state = network.explain(chain.block(0).await)?;
		let sessions = state.constant("Witnesses", "SessionsPerEra")?;
		let slots: u64 = state.get("Epochs", "Slots", vec![]).await?;
		Ok(Self {
			parameters: state.get("Witnesses", "CurrentParameters", vec![]).await?,
			sessions,
			era_time: BLOCK_TIME * u32::try_from(slots)? * sessions,
			network,
			cast,
			began,
			state,
			authored: BTreeMap::new(),
			divisions: Vec::new(),
			idle: Vec::new(),
			votes: [0; 2],
			voted: began,
			matures: 0,
			died: began,
			missed: 0,
		})
	}

	/// The chain as the node of the person tells it.
	fn chain(&self, person: impl FnOnce(&Cast) -> &Person) -> Result<&Chain> {
		Ok(&self.network.member(person(&self.cast).name)?.chain)
	}

	/// Looks at the final blocks that were not looked at yet.
	async fn catch_up(&mut self) -> Result<()> {
		let last = self.chain(|cast| &cast.alice)?.finalised().await?;
		for number in self.state.number() + 1..=last {
			let state = self.chain(|cast| &cast.alice)?.block(number).await?;
			*self.authored.entry(state.author().await?).or_default() += 1;
			self.divisions.extend(state.events::<RewardsDivided>().await?);
			for idle in state.events::<WitnessIdle>().await? {
				self.idle.push((era(&state).await?, idle));
			}
			self.state = state;
		}
		Ok(())
	}

	/// Waits for the next final block, and looks at it.
	async fn next_block(&mut self, deadline: &Deadline) -> Result<()> {
		let seen = self.state.number();
		while self.chain(|cast| &cast.alice)?.finalised().await? == seen {
			deadline.wait().await?;
		}
		self.catch_up().await
	}

	/// Waits until the era is final.
	async fn wait_for_era(&mut self, index: u32) -> Result<()> {
		let eras = index.saturating_sub(era(&self.state).await?);
		let limit = self.era_time * eras * 3 / 2 + PATIENCE;
		let deadline = Deadline::new(format!("era {index} has not begun"), limit);
		while era(&self.state).await? < index {
			self.next_block(&deadline).await?;
		}
		Ok(())
	}

	/// How many final blocks somebody has authored.
	fn authored_by(&self, person: &Person) -> u32 {
		self.authored.get(&person.id).copied().unwrap_or_default()
	}

	/// Somebody as a candidate.
	async fn candidate(&self, person: &Person) -> Result<CandidateView> {
		let arguments = vec![account(&person.id)];
		let found: Option<_> = self.state.view("Witnesses", "candidate", arguments).await?;
		found.ok_or_else(|| format!("{} is no candidate", person.name).into())
	}

	/// Somebody's votes behind Eve.
	async fn position(&self, voter: &Person) -> Result<PositionView> {
		let arguments = vec![account(&voter.id), account(&self.cast.eve.id)];
		let found: Option<_> = self.state.view("Witnesses", "position", arguments).await?;
		found.ok_or_else(|| format!("{} has nothing behind Eve", voter.name).into())
	}

	/// The witnesses of the era.
	async fn elected(&self) -> Result<Vec<AccountId32>> {
		self.state.get("Witnesses", "Elected", vec![]).await
	}

	async fn progress(&self, number: usize, title: &'static str, notes: Notes) -> Result<Progress> {
		let authors = self.cast.witnesses();
		Ok(Progress {
			number,
			title,
			notes,
			block: self.state.number(),
			era: era(&self.state).await?,
			elapsed: self.began.elapsed(),
			authored: authors.map(|person| (person.name, self.authored_by(person))).to_vec(),
		})
	}
}

/// The era that runs.
async fn era(state: &State) -> Result<u32> {
	state.get("Witnesses", "CurrentEra", vec![]).await
}

/// The session that runs.
async fn session(state: &State) -> Result<u32> {
	state.get("Session", "CurrentIndex", vec![]).await
}

/// The accounts in an order that does not depend on where the list comes from.
fn sorted(mut accounts: Vec<AccountId32>) -> Vec<AccountId32> {
	accounts.sort();
	accounts
}

async fn opening(story: &mut Story) -> Result<Notes> {
	let started = story.began.elapsed();
	let deadline = Deadline::new("not every witness has authored a block", PATIENCE);
	let four = |cast: &Cast| [&cast.alice, &cast.bob, &cast.charlie, &cast.dave].map(|who| who.id);
	let witnesses = four(&story.cast);
	while !witnesses.iter().all(|who| story.authored.contains_key(who)) {
		story.next_block(&deadline).await?;
	}
	let expected = sorted(witnesses.to_vec());
	ensure_eq("the validators", sorted(story.state.validators().await?), expected.clone())?;
	ensure_eq("the elected", sorted(story.elected().await?), expected.clone())?;
	ensure_eq("the council", sorted(story.state.council().await?), expected)?;
	let Parameters { witnesses: seats, minimum_deposit, maturity, .. } = story.parameters;
	Ok(vec![
		format!("Four nodes of {CHAIN} were connected after {} s.", started.as_secs()),
		format!(
			"An era has {} sessions and takes {} s. There are {seats} seats, for deposits of at least \
			 {}; votes count after {maturity} eras.",
			story.sessions,
			story.era_time.as_secs(),
			bhtd(minimum_deposit),
		),
	])
}

async fn closing(story: &mut Story) -> Result<Notes> {
	let last = story.chain(|cast| &cast.alice)?.best().await?.number();
	let mut hashes = Vec::new();
	for person in [&story.cast.alice, &story.cast.bob, &story.cast.dave, &story.cast.eve] {
		let chain = &story.network.member(person.name)?.chain;
		chain.wait_for_finalised(last, PATIENCE).await?;
		hashes.push((person.name, chain.block(last).await?.hash()));
	}
	for (name, hash) in &hashes {
		ensure!(*hash == hashes[0].1, "{name} has another block {last} than {}", hashes[0].0);
	}
	Ok(vec![format!("Block {last} is final on all four nodes that run, and is the same block.")])
}
