//! How the pallets are set up, one file for each part of the runtime.

pub mod bhtd;
pub mod consensus;
pub mod governance;
pub mod monetary;
pub mod parachains;
pub mod redemption;
pub mod system;

// Your pallets: a file for each, or one for all of them.
//
// pub mod your_pallet;
