//! How the pallets are set up, one file for each part of the runtime.

pub mod bhtd;
pub mod community;
pub mod consensus;
pub mod data;
pub mod dividends;
pub mod exchange;
pub mod governance;
pub mod monetary;
pub mod parachains;
pub mod side_chains;
pub mod system;
pub mod witnesses;
