//! Redemption of points on the main chain: what the two chains say to each other.
//!
//! The pallet knows no messages. What it asks for is sent here, to `pallet-side-chains` of the main chain, and
//! what comes back is read here.

use super::{bhtd::Clock, governance::Administration};
use crate::{
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::MINUTES,
	},
	weights,
	xcm_config::{TokenLocation, XcmConfig, XcmRouter},
	AccountId, Assets, AssetsHolder, Balance, Balances, BlockNumber, Margin, ParachainInfo, Points,
	PolkadotXcm, Redemption, Runtime, RuntimeCall, RuntimeHoldReason, RuntimeOrigin,
};
use alloc::vec;
use bhtd_primitives::BringsProceeds;
use codec::{DecodeAll, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{
		fungible::Mutate,
		tokens::{Fortitude, Precision, Preservation},
		ConstU128, ConstU32, EnsureOrigin, Equals, IsSubType,
	},
};
use pallet_redemption::traits::{Answer, ErrorCode, MainChain, QueryId};
use pallet_xcm::EnsureResponse;
use sp_runtime::{DispatchError, ModuleError};
use xcm::latest::prelude::*;
use xcm_executor::XcmExecutor;

/// What the main chain may take for executing a message and answering it: about twice what both cost while its
/// queue to this chain is not full. What it does not take arrives with the beneficiary, or with the issuer who
/// declares. It is burnt here and comes out of the account of this chain there.
pub const MESSAGE_FEE: Balance = UNITS / 4;

/// What of the main chain's runtime this one has to know. A test compares it with that runtime.
pub mod main_chain {
	use super::{AccountId, Balance, Encode};

	/// The index of `pallet-side-chains`.
	pub const SIDE_CHAINS: u8 = 71;

	/// The calls of the main chain that are made from here, as it encodes them.
	#[derive(Encode)]
	pub enum Call {
		/// Of `pallet-side-chains`.
		#[codec(index = 71)]
		SideChains(SideChains),
	}

	/// The calls of `pallet-side-chains` that are made from here.
	#[derive(Encode)]
	pub enum SideChains {
		/// Pays out of the pool of this chain.
		#[codec(index = 7)]
		Redeem {
			/// Who is paid.
			beneficiary: AccountId,
			/// Planck of BHTD.
			amount: Balance,
			/// The number of the redemption.
			nonce: u64,
		},
		/// Says what the points of this chain are worth.
		#[codec(index = 8)]
		DeclareOwed {
			/// Planck of BHTD.
			owed: Balance,
		},
	}

	/// There is no such chain: the only error of its own before it looks at the number.
	pub const CHAIN_NOT_FOUND: u8 = 0;
	/// The number was used before.
	pub const NONCE_USED: u8 = 19;
	/// The number is too old to know.
	pub const NONCE_TOO_OLD: u8 = 20;
}

/// Sends messages to the main chain.
pub struct ByMessage;

impl ByMessage {
	fn send(
		payer: &AccountId,
		beneficiary: &AccountId,
		call: main_chain::SideChains,
	) -> Result<QueryId, DispatchError> {
		let report = Self::report();
		let query =
			PolkadotXcm::new_notify_query(TokenLocation::get(), report, BlockNumber::MAX, Here);
		let message = Self::message(beneficiary, call, query);
		let (ticket, price) =
			validate_send::<XcmRouter>(TokenLocation::get(), message).map_err(Self::unsent)?;
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		Balances::burn_from(payer, MESSAGE_FEE, Preservation::Expendable, exact, polite)?;
		let payer = AccountId32 { network: None, id: payer.clone().into() };
		XcmExecutor::<XcmConfig>::charge_fees(payer, price)
			.map_err(|_| pallet_xcm::Error::<Runtime>::FeesNotMet)?;
		XcmRouter::deliver(ticket).map_err(Self::unsent)?;
		Ok(query)
	}

	fn unsent(_: SendError) -> DispatchError {
		pallet_xcm::Error::<Runtime>::SendFailure.into()
	}

	/// What the answer is passed on to.
	fn report() -> RuntimeCall {
		pallet_redemption::Call::report { query: 0, response: Response::Null }.into()
	}

	/// Pays for itself, makes the call, and has its outcome reported. If anything else fails, nothing is
	/// reported, and the call can be made again.
	pub fn message(
		beneficiary: &AccountId,
		call: main_chain::SideChains,
		query_id: QueryId,
	) -> Xcm<()> {
		let fees: Asset = (Here, MESSAGE_FEE).into();
		let beneficiary = AccountId32 { network: None, id: beneficiary.clone().into() }.into();
		let answer = QueryResponseInfo {
			destination: Parachain(ParachainInfo::parachain_id().into()).into(),
			query_id,
			max_weight: Self::report().get_dispatch_info().call_weight,
		};
		Xcm(vec![
			WithdrawAsset(fees.clone().into()),
			BuyExecution { fees, weight_limit: Unlimited },
			// Done whatever becomes of the rest.
			SetAppendix(Xcm(vec![
				RefundSurplus,
				DepositAsset { assets: Wild(AllCounted(1)), beneficiary },
			])),
			Transact {
				origin_kind: OriginKind::Native,
				fallback_max_weight: None,
				call: main_chain::Call::SideChains(call).encode().into(),
			},
			ReportTransactStatus(answer),
		])
	}

	fn redemption(beneficiary: AccountId, amount: Balance, nonce: u64) -> main_chain::SideChains {
		main_chain::SideChains::Redeem { beneficiary, amount, nonce }
	}

	/// What an error of the main chain says. It looks at the number before anything else.
	fn meaning(code: ErrorCode) -> Option<Answer> {
		use main_chain::{CHAIN_NOT_FOUND, NONCE_TOO_OLD, NONCE_USED, SIDE_CHAINS};
		let error = DispatchError::decode_all(&mut &code[..]).ok()?;
		Some(match error {
			DispatchError::Module(ModuleError { index: SIDE_CHAINS, error, .. }) => {
				match error[0] {
					NONCE_USED => Answer::Used,
					NONCE_TOO_OLD => return None,
					CHAIN_NOT_FOUND => Answer::Unheard(code),
					_ => Answer::Refused(code),
				}
			}
			// Of the margin that pays, and of what it pays with.
			DispatchError::Module(_) | DispatchError::Token(_) | DispatchError::Arithmetic(_) => {
				Answer::Refused(code)
			}
			// Whose reasons are not known here.
			_ => Answer::Unheard(code),
		})
	}
}

impl MainChain<AccountId, Balance> for ByMessage {
	type Response = Response;

	fn redeem(
		payer: &AccountId,
		beneficiary: &AccountId,
		amount: Balance,
		number: u64,
	) -> Result<QueryId, DispatchError> {
		Self::send(payer, beneficiary, Self::redemption(beneficiary.clone(), amount, number))
	}

	fn declare(payer: &AccountId, owed: Balance) -> Result<QueryId, DispatchError> {
		Self::send(payer, payer, main_chain::SideChains::DeclareOwed { owed })
	}

	fn answer(response: &Response) -> Option<Answer> {
		match response {
			Response::DispatchResult(MaybeErrorCode::Success) => Some(Answer::Done),
			Response::DispatchResult(MaybeErrorCode::Error(code)) => {
				Self::meaning(ErrorCode::truncate_from(code.to_vec()))
			}
			_ => None,
		}
	}

	fn fee() -> Option<Balance> {
		// All messages are equally long but for the numbers in it, which are as long as they get.
		let nobody = AccountId::new([0; 32]);
		let call = Self::redemption(nobody.clone(), Balance::MAX, u64::MAX);
		let message = Self::message(&nobody, call, QueryId::MAX);
		let (_, price) = validate_send::<XcmRouter>(TokenLocation::get(), message).ok()?;
		price.inner().iter().try_fold(MESSAGE_FEE, |sum, asset| match asset {
			Asset { id, fun: Fungible(amount) } if id.0 == TokenLocation::get() => {
				sum.checked_add(*amount)
			}
			_ => None,
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up(payer: &AccountId) {
		use cumulus_primitives_core::UpwardMessageSender;
		crate::ParachainSystem::ensure_successful_delivery();
		let version = Some(xcm::latest::VERSION);
		PolkadotXcm::force_default_xcm_version(RuntimeOrigin::root(), version)
			.expect("root says which version is spoken");
		Balances::mint_into(payer, 100 * UNITS).expect("there is room for more");
		let pot = super::monetary::CollatorPot::get();
		Balances::mint_into(&pot, UNITS).expect("there is room for more");
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_done() -> Response {
		Response::DispatchResult(MaybeErrorCode::Success)
	}
}

/// The main chain itself, answering what it was asked.
pub struct EnsureMainChain;

impl EnsureOrigin<RuntimeOrigin> for EnsureMainChain {
	type Success = ();

	fn try_origin(outer: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		// Who it is, is compared here: the origin beneath lets every responder pass.
		match EnsureResponse::<Equals<TokenLocation>>::try_origin(outer.clone()) {
			Ok(responder) if responder == TokenLocation::get() => Ok(()),
			_ => Err(outer),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(pallet_xcm::Origin::Response(TokenLocation::get()).into())
	}
}

/// What conversions bring, so that their fee can be taken out of it: those of [`Points`] that the margin of this
/// chain can pay.
pub struct ConversionsHere;

impl BringsProceeds<AccountId, RuntimeCall, Balance> for ConversionsHere {
	fn proceeds(who: &AccountId, call: &RuntimeCall) -> Option<Balance> {
		let proceeds = Points::proceeds(who, call)?;
		let Some(pallet_points::Call::convert { class, amount, .. }) = call.is_sub_type() else {
			return None;
		};
		let record = pallet_points::Classes::<Runtime>::get(class)?;
		let in_vault = Assets::balance(*class, Points::vault(*class));
		let left = record.supply.checked_sub(in_vault)?.checked_sub(*amount)?;
		let liability = pallet_points::math::liability(left, record.floor)?;
		let settled = record.liability.checked_sub(liability)?;
		Redemption::can_settle_here(&record.issuer, settled).then_some(proceeds)
	}
}

impl pallet_redemption::Config for Runtime {
	type Margin = Margin;
	type Loyalty = Points;
	type Points = AssetsHolder;
	type RuntimeHoldReason = RuntimeHoldReason;
	type MainChain = ByMessage;
	type MainChainOrigin = EnsureMainChain;
	type AdminOrigin = Administration;
	type BlockNumberProvider = Clock;
	// Messages both ways and their execution take less than a minute while the queues are short.
	type RetryAfter = ConstU32<{ 10 * MINUTES }>;
	// The main chain's.
	type LeastRedemption = ConstU128<EXISTENTIAL_DEPOSIT>;
	type WeightInfo = weights::pallet_redemption::WeightInfo<Runtime>;
}
