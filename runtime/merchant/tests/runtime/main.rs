//! The runtime as a whole: what no pallet can show alone. Everything runs natively, on the state of a
//! preset, in whole blocks with the main chain's data in them.

mod common;

mod assets;
mod economy;
mod fees;
mod interface;
mod presets;
mod proofs;
mod proxies;
mod redemption;
mod weights;
mod xcm;
