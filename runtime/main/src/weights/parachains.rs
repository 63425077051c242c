//! Weights of those pallets behind parachains that are not measured.

use super::{counted, nanos};
use core::marker::PhantomData;
use frame_support::weights::Weight;
use polkadot_runtime_parachains::{disputes, hrmp, inclusion, paras, paras_inherent};

/// Weights of the channels between parachains.
pub struct Hrmp<T>(PhantomData<T>);
impl<T: frame_system::Config> hrmp::WeightInfo for Hrmp<T> {
	fn hrmp_init_open_channel() -> Weight {
		counted::<T>(60, 10, 5)
	}
	fn hrmp_accept_open_channel() -> Weight {
		counted::<T>(60, 7, 4)
	}
	fn hrmp_close_channel() -> Weight {
		counted::<T>(60, 7, 4)
	}
	fn force_clean_hrmp(i: u32, e: u32) -> Weight {
		let channels = u64::from(i).saturating_add(e.into());
		counted::<T>(1_600, 2, 4).saturating_add(counted::<T>(5, 2, 3).saturating_mul(channels))
	}
	fn force_process_hrmp_open(c: u32) -> Weight {
		counted::<T>(15, 1, 1).saturating_add(counted::<T>(30, 7, 6).saturating_mul(c.into()))
	}
	fn force_process_hrmp_close(c: u32) -> Weight {
		counted::<T>(15, 1, 1).saturating_add(counted::<T>(20, 3, 5).saturating_mul(c.into()))
	}
	fn hrmp_cancel_open_request(c: u32) -> Weight {
		counted::<T>(35, 3, 3).saturating_add(nanos(250).saturating_mul(c.into()))
	}
	fn clean_open_channel_requests(c: u32) -> Weight {
		counted::<T>(5, 1, 1).saturating_add(counted::<T>(5, 1, 1).saturating_mul(c.into()))
	}
	fn force_open_hrmp_channel(c: u32) -> Weight {
		counted::<T>(90, 16, 8).saturating_add(nanos(17_000).saturating_mul(c.into()))
	}
	fn establish_system_channel() -> Weight {
		counted::<T>(90, 16, 8)
	}
	fn poke_channel_deposits() -> Weight {
		counted::<T>(25, 3, 3)
	}
	fn establish_channel_with_system() -> Weight {
		counted::<T>(140, 23, 11)
	}
}

/// Weights of the registry of validation codes and heads. `c` and `s` are bytes: hashing and copying
/// them is what costs.
pub struct Paras<T>(PhantomData<T>);
impl<T: frame_system::Config> paras::WeightInfo for Paras<T> {
	fn force_set_current_code(c: u32) -> Weight {
		counted::<T>(40, 4, 6).saturating_add(nanos(3).saturating_mul(c.into()))
	}
	fn force_set_current_head(s: u32) -> Weight {
		counted::<T>(25, 0, 1).saturating_add(nanos(1).saturating_mul(s.into()))
	}
	fn force_set_most_recent_context() -> Weight {
		counted::<T>(5, 0, 1)
	}
	fn force_schedule_code_upgrade(c: u32) -> Weight {
		counted::<T>(55, 8, 7).saturating_add(nanos(3).saturating_mul(c.into()))
	}
	fn force_note_new_head(s: u32) -> Weight {
		counted::<T>(40, 1, 3).saturating_add(nanos(1).saturating_mul(s.into()))
	}
	fn force_queue_action() -> Weight {
		counted::<T>(25, 2, 1)
	}
	fn add_trusted_validation_code(c: u32) -> Weight {
		counted::<T>(95, 4, 3).saturating_add(nanos(2).saturating_mul(c.into()))
	}
	fn poke_unused_validation_code() -> Weight {
		counted::<T>(10, 1, 2)
	}
	fn remove_upgrade_cooldown() -> Weight {
		counted::<T>(40, 2, 3)
	}
	fn include_pvf_check_statement_finalize_upgrade_accept() -> Weight {
		// One write for each parachain that waited for this code; priced for a hundred.
		counted::<T>(800, 5, 103)
	}
	fn include_pvf_check_statement_finalize_upgrade_reject() -> Weight {
		counted::<T>(120, 3, 1)
	}
	fn include_pvf_check_statement_finalize_onboarding_accept() -> Weight {
		counted::<T>(650, 5, 3)
	}
	fn include_pvf_check_statement_finalize_onboarding_reject() -> Weight {
		counted::<T>(120, 3, 1)
	}
	fn include_pvf_check_statement() -> Weight {
		counted::<T>(120, 3, 1)
	}
	fn authorize_force_set_current_code_hash() -> Weight {
		counted::<T>(15, 1, 1)
	}
	fn apply_authorized_force_set_current_code(c: u32) -> Weight {
		counted::<T>(40, 5, 7).saturating_add(nanos(4).saturating_mul(c.into()))
	}
}

/// Weights of including a candidate: `u` upward messages, `h` messages to other parachains, `c` new
/// validation codes.
pub struct Inclusion<T>(PhantomData<T>);
impl<T: frame_system::Config> inclusion::WeightInfo for Inclusion<T> {
	fn enact_candidate(u: u32, h: u32, c: u32) -> Weight {
		counted::<T>(160, 8, 6)
			.saturating_add(counted::<T>(530, 1, 3).saturating_mul(u.into()))
			.saturating_add(counted::<T>(530, 3, 4).saturating_mul(h.into()))
			.saturating_add(counted::<T>(50, 9, 8).saturating_mul(c.into()))
	}
}

/// Weights of the inherent that carries what the validators did for parachains.
pub struct ParasInherent<T>(PhantomData<T>);
impl<T: frame_system::Config> paras_inherent::WeightInfo for ParasInherent<T> {
	fn enter_empty() -> Weight {
		counted::<T>(300, 17, 5)
	}
	fn enter_variable_disputes(v: u32) -> Weight {
		counted::<T>(1_050, 30, 17).saturating_add(nanos(43_000).saturating_mul(v.into()))
	}
	fn enter_bitfields() -> Weight {
		counted::<T>(560, 19, 7)
	}
	fn enter_backed_candidates_variable(v: u32) -> Weight {
		counted::<T>(1_550, 32, 16).saturating_add(nanos(48_000).saturating_mul(v.into()))
	}
	fn enter_backed_candidate_code_upgrade() -> Weight {
		// A code of the largest size is hashed.
		counted::<T>(41_000, 34, 16)
	}
}

/// Weights of reports of lost disputes.
pub struct Slashing<T>(PhantomData<T>);
impl<T: frame_system::Config> disputes::slashing::WeightInfo for Slashing<T> {
	fn report_dispute_lost_unsigned(validator_count: u32) -> Weight {
		counted::<T>(160, 17, 10).saturating_add(nanos(210).saturating_mul(validator_count.into()))
	}
}
