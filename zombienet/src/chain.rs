//! The chain as a wallet sees it: signed calls go in, blocks with events and state come out.
//!
//! Calls are followed until they are in the best block, not until they are final: a development chain
//! has one witness and no forks, and waiting for finality at every step would make a story three times
//! as long. Where several witnesses author, [`Chain::until_final`] follows them to the end, and
//! [`Chain::until_settled`] to the next block, for stories in which people have only minutes for what they do.

use crate::{
	ensure, ensure_eq,
	types::{account, number, Call, Event, Person, SessionKeys},
	Error, Result,
};
use std::{
	collections::BTreeMap,
	sync::Arc,
	time::{Duration, Instant},
};
use subxt::{
	backend::LegacyBackend,
	client::OnlineClientAtBlock,
	config::{
		substrate::{DigestItem, H256},
		DefaultExtrinsicParamsBuilder, PolkadotConfig, RpcConfigFor,
	},
	dynamic::{self, Value},
	error::{DispatchError, TransactionEventsError},
	ext::{
		codec::{Decode, Encode},
		frame_decode::view_functions::decode_view_function_response,
		scale_decode::DecodeAsType,
	},
	extrinsics::ExtrinsicEvents,
	rpcs::{
		methods::{legacy::Bytes, LegacyRpcMethods},
		rpc_params, RpcClient,
	},
	transactions::{TransactionInBlock, TransactionProgress, TransactionStatus, ValidationResult},
	utils::AccountId32,
	OnlineClient,
};
use subxt_signer::sr25519::Keypair;

/// How long a submitted call may take to get into a block.
const INCLUSION_LIMIT: Duration = Duration::from_secs(90);

/// For how many blocks a call may wait.
const MORTALITY: u64 = 32;

/// How far lasting blocks may lag behind the best one, where those are waited for.
const LAG: Duration = Duration::from_secs(60);

/// How often is looked whether there is a new block.
const POLL: Duration = Duration::from_millis(500);

/// Who authored a block stands in the digest under this name.
const BABE: [u8; 4] = *b"BABE";

/// How many bytes the id of a view function has: the hashes of its pallet's name and of its signature.
const VIEW_FUNCTION_ID_LENGTH: usize = 32;

/// A connection to a node.
pub struct Chain {
	client: OnlineClient<PolkadotConfig>,
	rpc: LegacyRpcMethods<RpcConfigFor<PolkadotConfig>>,
	/// For the methods that `rpc` does not know.
	raw_rpc: RpcClient,
	follow: Follow,
}

/// Which blocks are taken to last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Follow {
	/// The best one.
	Best,
	/// The parent of the best one, and all before it: two witnesses who are connected make different blocks
	/// in one slot at times, but agree by the next.
	Settled,
	/// Those that are final.
	Final,
}

/// What became of a submitted call.
pub enum Fate {
	/// It is in a block.
	Included(Included),
	/// The pool refused it, for the reason given; it will never be in a block and costs nothing.
	Refused(String),
}

/// A call in a block.
pub struct Included {
	/// The state after the block.
	pub state: State,
	/// Why the call failed, as `Pallet::Error`.
	pub error: Option<String>,
	events: ExtrinsicEvents<PolkadotConfig>,
}

/// The state of the chain after some block.
#[derive(Clone)]
pub struct State {
	at: OnlineClientAtBlock<PolkadotConfig>,
}

impl Chain {
	/// Connects to a node, retrying until `limit` has passed: it may be starting.
	pub async fn connect(url: &str, limit: Duration) -> Result<Self> {
		let started = Instant::now();
		loop {
			match Self::try_connect(url).await {
				Ok(chain) => return Ok(chain),
				Err(error) if started.elapsed() > limit => {
					let seconds = limit.as_secs();
					return Err(
						format!("no node answers at {url} within {seconds} s: {error}").into()
					);
				}
				Err(_) => tokio::time::sleep(Duration::from_millis(500)).await,
			}
		}
	}

	async fn try_connect(url: &str) -> Result<Self> {
		let rpc = RpcClient::from_insecure_url(url).await?;
		let backend = LegacyBackend::builder().build(rpc.clone());
		// The types of Polkadot's first years are not needed on a chain that starts today.
		let config = PolkadotConfig::builder().use_historic_types(false).build();
		let client = OnlineClient::from_backend_with_config(config, Arc::new(backend)).await?;
		let methods = LegacyRpcMethods::new(rpc.clone());
		Ok(Self { client, rpc: methods, raw_rpc: rpc, follow: Follow::Best })
	}

	/// Follows calls until they are final instead of only in the best block.
	pub fn until_final(mut self) -> Self {
		self.follow = Follow::Final;
		self
	}

	/// Follows calls until another block was built on theirs.
	pub fn until_settled(mut self) -> Self {
		self.follow = Follow::Settled;
		self
	}

	/// The chain's name.
	pub async fn name(&self) -> Result<String> {
		Ok(self.rpc.system_chain().await?)
	}

	/// The state after the best block.
	pub async fn best(&self) -> Result<State> {
		let hash =
			self.rpc.chain_get_block_hash(None).await?.ok_or("the node has no best block")?;
		Ok(State { at: self.client.at_block(hash).await? })
	}

	/// The state after block `number` of the best chain.
	pub async fn block(&self, number: u64) -> Result<State> {
		Ok(State { at: self.client.at_block(number).await? })
	}

	/// The state after the latest final block.
	pub async fn latest_final(&self) -> Result<State> {
		Ok(State { at: self.client.at_current_block().await? })
	}

	/// The state after the latest of the blocks that are taken to last.
	pub async fn latest(&self) -> Result<State> {
		match self.follow {
			Follow::Best => self.best().await,
			Follow::Settled => {
				let best = self.best().await?.number();
				self.block(best.saturating_sub(1)).await
			}
			Follow::Final => self.latest_final().await,
		}
	}

	/// How many other nodes this one is connected to.
	pub async fn peers(&self) -> Result<usize> {
		Ok(self.rpc.system_health().await?.peers)
	}

	/// Where other nodes on this machine reach this one.
	pub async fn address(&self) -> Result<String> {
		let method = "system_localListenAddresses";
		let addresses: Vec<String> = self.raw_rpc.request(method, rpc_params![]).await?;
		let local = addresses.into_iter().find(|address| address.starts_with("/ip4/127.0.0.1/"));
		local.ok_or_else(|| "the node does not listen on loopback".into())
	}

	/// Makes the node generate session keys for `owner`, who can then prove to have them.
	pub async fn rotate_keys(&self, owner: &AccountId32) -> Result<SessionKeys> {
		let owner = Bytes(owner.0.to_vec());
		let method = "author_rotateKeysWithOwner";
		let mut answer: BTreeMap<String, Bytes> =
			self.raw_rpc.request(method, rpc_params![owner]).await?;
		let mut part = |name| answer.remove(name).ok_or(format!("{method} names no {name}"));
		Ok(SessionKeys { keys: part("keys")?.0, proof: part("proof")?.0 })
	}

	/// Whether the node has the secret keys that belong to all of these.
	pub async fn has_keys(&self, keys: &SessionKeys) -> Result<bool> {
		Ok(self.rpc.author_has_session_keys(keys.keys.clone()).await?)
	}

	/// The number of the latest final block.
	pub async fn finalised(&self) -> Result<u64> {
		Ok(self.latest_final().await?.number())
	}

	/// Waits until block `number` is final.
	pub async fn wait_for_finalised(&self, number: u64, limit: Duration) -> Result<()> {
		let started = Instant::now();
		while self.finalised().await? < number {
			let seconds = limit.as_secs();
			ensure!(started.elapsed() < limit, "block {number} is not final within {seconds} s");
			tokio::time::sleep(POLL).await;
		}
		Ok(())
	}

	/// Waits until the [`latest`](Self::latest) block is at least `number`.
	pub async fn wait_for_block(&self, number: u64, limit: Duration) -> Result<State> {
		let started = Instant::now();
		let limit = if self.follow == Follow::Best { limit } else { limit + LAG };
		loop {
			let state = self.latest().await?;
			if state.number() >= number {
				return Ok(state);
			}
			let seconds = limit.as_secs();
			ensure!(started.elapsed() < limit, "there is no block {number} within {seconds} s");
			tokio::time::sleep(POLL).await;
		}
	}

	/// Signs and submits calls all at once and waits until each is in a block or refused.
	///
	/// Calls of one account are applied in the order given.
	pub async fn submit(&self, calls: Vec<(&Keypair, Call)>) -> Result<Vec<Fate>> {
		let mut transactions = self.best().await?.at.transactions();
		// Signed for a block that stays: where several witnesses author, the pool drops what names a block
		// that the latest final one does not know yet.
		let anchor = match self.follow {
			Follow::Best => self.best().await?,
			Follow::Settled | Follow::Final => self.latest_final().await?,
		};
		let mut nonces = BTreeMap::new();
		let mut sent = Vec::new();
		for (signer, call) in &calls {
			let account = signer.public_key().to_account_id();
			let nonce = match nonces.get(&account) {
				Some(nonce) => *nonce,
				None => transactions.account_nonce(&account).await?,
			};
			let params = DefaultExtrinsicParamsBuilder::new()
				.nonce(nonce)
				.mortal_from_unchecked(MORTALITY, anchor.number(), anchor.hash())
				.build();
			let name = format!("{}.{}", call.pallet_name(), call.call_name());
			let transaction = transactions
				.create_signed(call, *signer, params)
				.await
				.map_err(|error| format!("{name} cannot be encoded: {error}"))?;
			sent.push(match transaction.validate().await? {
				ValidationResult::Valid(_) => {
					nonces.insert(account, nonce + 1);
					let progress = transaction.submit_and_watch().await;
					Ok(progress.map_err(|error| format!("{name} was not accepted: {error}"))?)
				}
				invalid => {
					let accepted = transaction.submit().await.is_ok();
					ensure!(!accepted, "{name} is {invalid:?}, and yet the pool accepted it");
					Err(reason(invalid))
				}
			});
		}
		let mut fates = Vec::new();
		for (progress, (_, call)) in sent.into_iter().zip(&calls) {
			fates.push(match progress {
				Ok(progress) => {
					let followed = self.follow(progress);
					let included = tokio::time::timeout(INCLUSION_LIMIT, followed).await;
					let name = format!("{}.{}", call.pallet_name(), call.call_name());
					let included = included.map_err(|_| Error::from("it is in no block"));
					Fate::Included(
						included.and_then(|done| done).map_err(|e| format!("{name}: {e}"))?,
					)
				}
				Err(reason) => Fate::Refused(reason),
			});
		}
		Ok(fates)
	}

	/// Submits calls of which each must end in a block as told: `None` for success, else an error.
	pub async fn expect(
		&self,
		calls: Vec<(&Person, Call, Option<&'static str>)>,
	) -> Result<Vec<Included>> {
		let mut expected = Vec::new();
		let mut submitted = Vec::new();
		for (who, call, error) in calls {
			let name = format!("{}'s {}.{}", who.name, call.pallet_name(), call.call_name());
			expected.push((name, error));
			submitted.push((&who.key, call));
		}
		let fates = self.submit(submitted).await?;
		fates
			.into_iter()
			.zip(expected)
			.map(|(fate, (name, error))| {
				let included = fate.included().map_err(|reason| format!("{name}: {reason}"))?;
				ensure_eq(&format!("the error of {name}"), included.error.as_deref(), error)?;
				Ok(included)
			})
			.collect()
	}

	/// Submits one call that must succeed.
	pub async fn succeed(&self, who: &Person, call: Call) -> Result<Included> {
		let included = self.expect(vec![(who, call, None)]).await?.pop();
		included.ok_or_else(|| "nothing was submitted".into())
	}

	/// Follows a call into a block that is taken to last.
	async fn follow(&self, mut progress: Progress) -> Result<Included> {
		while let Some(status) = progress.next().await {
			match status? {
				TransactionStatus::InBestBlock(block)
					if self.follow == Follow::Best || self.settles(&block).await? =>
				{
					return included(block).await;
				}
				TransactionStatus::InFinalizedBlock(block) => return included(block).await,
				TransactionStatus::Error { message }
				| TransactionStatus::Invalid { message }
				| TransactionStatus::Dropped { message } => return Err(message.into()),
				TransactionStatus::Validated
				| TransactionStatus::Broadcasted
				| TransactionStatus::InBestBlock(_)
				| TransactionStatus::NoLongerInBestBlock => {}
			}
		}
		Err("the node stopped reporting on it".into())
	}

	/// Whether that is what calls are followed to, and the next block was built on this one.
	async fn settles(&self, block: &Inclusion) -> Result<bool> {
		if self.follow != Follow::Settled {
			return Ok(false);
		}
		let number = block.at().await?.block_number();
		while self.best().await?.number() <= number {
			tokio::time::sleep(POLL).await;
		}
		Ok(self.block(number).await?.hash() == block.block_hash())
	}
}

fn reason(invalid: ValidationResult) -> String {
	match invalid {
		ValidationResult::Valid(_) => "Valid".into(),
		ValidationResult::Invalid(reason) => format!("{reason:?}"),
		ValidationResult::Unknown(reason) => format!("{reason:?}"),
	}
}

type Progress =
	TransactionProgress<PolkadotConfig, subxt::client::OnlineClientAtBlockImpl<PolkadotConfig>>;

type Inclusion =
	TransactionInBlock<PolkadotConfig, subxt::client::OnlineClientAtBlockImpl<PolkadotConfig>>;

/// What became of a call in its block.
async fn included(block: Inclusion) -> Result<Included> {
	let error = match block.wait_for_success().await {
		Ok(_) => None,
		Err(TransactionEventsError::ExtrinsicFailed(error)) => Some(name_of(&error)),
		Err(error) => return Err(error.into()),
	};
	let events = block.fetch_events().await?;
	Ok(Included { state: State { at: block.at().await? }, error, events })
}

fn name_of(error: &DispatchError) -> String {
	match error {
		DispatchError::Module(module) => module.details_string(),
		other => format!("{other:?}"),
	}
}

impl Fate {
	/// The call in its block; an error if it was refused.
	pub fn included(self) -> Result<Included> {
		match self {
			Self::Included(included) => Ok(included),
			Self::Refused(reason) => Err(format!("refused before inclusion: {reason}").into()),
		}
	}
}

impl Included {
	/// The first event of type `E` that the call emitted.
	pub fn event<E: Event>(&self) -> Result<E> {
		self.events
			.find_first::<E>()
			.ok_or_else(|| format!("there is no event {}.{}", E::PALLET, E::NAME))?
			.map_err(|error| format!("event {}.{}: {error}", E::PALLET, E::NAME).into())
	}

	/// The events of type `E` that the call emitted.
	pub fn all<E: Event>(&self) -> Result<Vec<E>> {
		Ok(self.events.find::<E>().collect::<Result<_, _>>()?)
	}

	/// Fails unless the call emitted exactly these events of their type, in this order.
	pub fn emitted<E: Event>(&self, expected: &[E]) -> Result<()> {
		let found = self.all::<E>()?;
		ensure!(
			found == expected,
			"events {}.{}: found {found:?}, expected {expected:?}",
			E::PALLET,
			E::NAME
		);
		Ok(())
	}

	/// How a call ended that this one dispatched: `None` for success, else the error's name.
	///
	/// The event that tells so ends with a `DispatchResult`, after `skip` bytes of other fields. If
	/// already this call failed, its own error is returned.
	pub fn outcome_of(&self, pallet: &str, event: &str, skip: usize) -> Result<Option<String>> {
		if self.error.is_some() {
			return Ok(self.error.clone());
		}
		for found in self.events.iter() {
			let found = found?;
			if (found.pallet_name(), found.event_name()) != (pallet, event) {
				continue;
			}
			return match found.field_bytes().get(skip..).unwrap_or_default() {
				[0] => Ok(None),
				[1, error @ ..] => {
					let metadata = self.state.at.metadata();
					Ok(Some(name_of(&DispatchError::decode_from(error.to_vec(), metadata)?)))
				}
				_ => Err(format!("{pallet}.{event} holds no result").into()),
			};
		}
		Err(format!("there is no event {pallet}.{event}").into())
	}
}

/// A part of `System.Account`.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct AccountInfo {
	data: Funds,
}

/// BHTD of an account, in planck.
#[derive(Clone, Copy, Debug, Default, DecodeAsType, Eq, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Funds {
	/// At the owner's disposal.
	pub free: u128,
	/// Held for some reason.
	pub reserved: u128,
}

/// A part of `Assets.Account`.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct AssetAccount {
	balance: u128,
}

/// A part of `Assets.Asset`: who has which power over an asset, and how much of it there is.
#[derive(Clone, Debug, DecodeAsType, Eq, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub struct Asset {
	pub owner: AccountId32,
	pub issuer: AccountId32,
	pub admin: AccountId32,
	pub freezer: AccountId32,
	pub supply: u128,
	pub is_sufficient: bool,
}

/// A hold on the BHTD, the points or the settlement tokens of an account.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Hold {
	id: Value,
	amount: u128,
}

impl State {
	/// The block's number.
	pub fn number(&self) -> u64 {
		self.at.block_number()
	}

	/// The block's hash.
	pub fn hash(&self) -> H256 {
		self.at.block_hash()
	}

	/// What is stored in an entry of a pallet, or what the entry says by default.
	pub async fn read<V: DecodeAsType>(
		&self,
		pallet: &str,
		entry: &str,
		keys: Vec<Value>,
	) -> Result<Option<V>> {
		let address = dynamic::storage::<Vec<Value>, V>(pallet, entry);
		let found = self.at.storage().try_fetch(address, keys).await?;
		Ok(found.map(|value| value.decode()).transpose()?)
	}

	/// What is stored in an entry that is never empty.
	pub async fn get<V: DecodeAsType>(
		&self,
		pallet: &str,
		entry: &str,
		keys: Vec<Value>,
	) -> Result<V> {
		let found = self.read(pallet, entry, keys).await?;
		found.ok_or_else(|| format!("there is nothing in {pallet}.{entry}").into())
	}

	/// Everything that is stored in a map of a pallet.
	pub async fn values<V: DecodeAsType>(&self, pallet: &str, entry: &str) -> Result<Vec<V>> {
		let address = dynamic::storage::<Vec<Value>, V>(pallet, entry);
		let mut entries = self.at.storage().iter(address, Vec::<Value>::new()).await?;
		let mut values = Vec::new();
		while let Some(found) = entries.next().await {
			values.push(found?.value().decode()?);
		}
		Ok(values)
	}

	/// The BHTD of an account.
	pub async fn funds(&self, who: &AccountId32) -> Result<Funds> {
		let found: Option<AccountInfo> = self.read("System", "Account", vec![account(who)]).await?;
		Ok(found.map(|info| info.data).unwrap_or_default())
	}

	/// How much of an account's BHTD is held for each reason, as (`Pallet::Reason`, planck).
	pub async fn holds(&self, who: &AccountId32) -> Result<Vec<(String, u128)>> {
		Ok(by_reason(self.read("Balances", "Holds", vec![account(who)]).await?))
	}

	/// How much of an account's BHTD is held for one reason, given as `Pallet::Reason`, in planck.
	pub async fn held(&self, who: &AccountId32, reason: &str) -> Result<u128> {
		Ok(held_for(reason, &self.holds(who).await?))
	}

	/// How many points of a class an account holds, in smallest units.
	pub async fn points(&self, class: u32, who: &AccountId32) -> Result<u128> {
		self.balance("Assets", class, who).await
	}

	/// How many of an account's points of a class are held for each reason, as (`Pallet::Reason`,
	/// smallest units). They are not among its [`points`](Self::points).
	pub async fn points_holds(&self, class: u32, who: &AccountId32) -> Result<Vec<(String, u128)>> {
		let keys = vec![number(class), account(who)];
		Ok(by_reason(self.read("AssetsHolder", "Holds", keys).await?))
	}

	/// How many settlement tokens of a currency an account holds, in smallest units.
	pub async fn tokens(&self, currency: u32, who: &AccountId32) -> Result<u128> {
		self.balance("AnchoredAssets", currency, who).await
	}

	/// How many of an account's settlement tokens are held for each reason, as for
	/// [`points_holds`](Self::points_holds).
	pub async fn tokens_holds(
		&self,
		currency: u32,
		who: &AccountId32,
	) -> Result<Vec<(String, u128)>> {
		let keys = vec![number(currency), account(who)];
		Ok(by_reason(self.read("AnchoredHolder", "Holds", keys).await?))
	}

	/// What an account holds in some instance of the assets.
	async fn balance(&self, pallet: &str, asset: u32, who: &AccountId32) -> Result<u128> {
		let keys = vec![number(asset), account(who)];
		let found: Option<AssetAccount> = self.read(pallet, "Account", keys).await?;
		Ok(found.map_or(0, |account| account.balance))
	}

	/// The asset behind a class of points.
	pub async fn asset(&self, class: u32) -> Result<Asset> {
		self.get("Assets", "Asset", vec![number(class)]).await
	}

	/// The asset behind a currency.
	pub async fn token(&self, currency: u32) -> Result<Asset> {
		self.get("AnchoredAssets", "Asset", vec![number(currency)]).await
	}

	/// Whether a pallet has calls that anybody could try.
	pub fn has_calls(&self, pallet: &str) -> Result<bool> {
		let metadata = self.at.metadata_ref();
		let found = metadata.pallet_by_name(pallet).ok_or(format!("there is no {pallet}"))?;
		Ok(found.call_variants().is_some_and(|calls| !calls.is_empty()))
	}

	/// The members of the council.
	pub async fn council(&self) -> Result<Vec<AccountId32>> {
		self.get("Council", "Members", vec![]).await
	}

	/// Those who author and finalise.
	pub async fn validators(&self) -> Result<Vec<AccountId32>> {
		self.get("Session", "Validators", vec![]).await
	}

	/// Who authored the block.
	pub async fn author(&self) -> Result<AccountId32> {
		let digest = self.at.block_header().await?.digest;
		let index = digest.logs.iter().find_map(|item| match item {
			DigestItem::PreRuntime(BABE, data) => author_index(data),
			_ => None,
		});
		let index = index.ok_or("the block does not say who authored it")?;
		let validators = self.validators().await?;
		let author = validators.get(index as usize);
		author.copied().ok_or_else(|| format!("there is no witness number {index}").into())
	}

	/// The events of type `E` in the block.
	pub async fn events<E: Event>(&self) -> Result<Vec<E>> {
		let events = self.at.events().fetch().await?;
		Ok(events.find::<E>().collect::<Result<_, _>>()?)
	}

	/// What a view function of a pallet returns.
	pub async fn view<R: DecodeAsType>(
		&self,
		pallet: &str,
		function: &str,
		arguments: Vec<Value>,
	) -> Result<R> {
		let payload = dynamic::view_function_call::<_, R>(pallet, function, arguments);
		let answer = async {
			// subxt finds the function and encodes what it takes, but neither does it pack the
			// arguments into bytes, as the runtime's interface wants, nor unpack the result.
			let functions = self.at.view_functions();
			let mut input = functions.encode_args(payload)?;
			let arguments = input.split_off(VIEW_FUNCTION_ID_LENGTH.min(input.len()));
			arguments.encode_to(&mut input);
			let output = functions.call_raw(Some(&input)).await?;
			let [0, bytes @ ..] = output.as_slice() else {
				return Err(Error::from("the runtime does not know it"));
			};
			let bytes = Vec::<u8>::decode(&mut &bytes[..])?;
			let metadata = self.at.metadata_ref();
			Ok(decode_view_function_response(
				pallet,
				function,
				&mut bytes.as_slice(),
				metadata,
				metadata.types(),
				R::into_visitor(),
			)?)
		};
		answer.await.map_err(|error| format!("view function {pallet}.{function}: {error}").into())
	}

	/// A constant of a pallet.
	pub fn constant<R: DecodeAsType>(&self, pallet: &str, name: &str) -> Result<R> {
		Ok(self.at.constants().entry(dynamic::constant::<R>(pallet, name))?)
	}

	/// A call as it is signed.
	pub fn encoded(&self, call: &Call) -> Result<Vec<u8>> {
		Ok(self.at.transactions().call_data(call)?)
	}

	/// How many bytes a call takes when encoded.
	pub fn encoded_len(&self, call: &Call) -> Result<u32> {
		Ok(self.encoded(call)?.len() as u32)
	}
}

/// Who authored a block, as a position among the witnesses, by what BABE notes in the block: the kind of
/// the slot and then the position.
fn author_index(data: &[u8]) -> Option<u32> {
	let position = data.get(1..5)?;
	Some(u32::from_le_bytes(position.try_into().ok()?))
}

/// What is held for one reason, of holds as (`Pallet::Reason`, amount).
pub fn held_for(reason: &str, holds: &[(String, u128)]) -> u128 {
	holds.iter().find(|(found, _)| found == reason).map_or(0, |(_, amount)| *amount)
}

/// Holds as (`Pallet::Reason`, amount).
fn by_reason(holds: Option<Vec<Hold>>) -> Vec<(String, u128)> {
	let holds = holds.unwrap_or_default().into_iter();
	holds.map(|hold| (hold_reason(&hold.id), hold.amount)).collect()
}

/// `Pallet::Reason` of a runtime's hold reason, which is a variant within a variant.
fn hold_reason(id: &Value) -> String {
	use subxt::ext::scale_value::ValueDef;
	match &id.value {
		ValueDef::Variant(outer) => match outer.values.values().next().map(|inner| &inner.value) {
			Some(ValueDef::Variant(inner)) => format!("{}::{}", outer.name, inner.name),
			_ => outer.name.clone(),
		},
		_ => id.to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_author_is_read_from_the_digest() {
		let slot = 7u64.to_le_bytes();
		assert_eq!(author_index(&[&[1, 3, 0, 0, 0], &slot[..]].concat()), Some(3));
		assert_eq!(author_index(&[2, 0, 1, 0, 0]), Some(256));
		assert_eq!(author_index(&[1, 3]), None);
	}
}
