//! The runtime as a whole: what no pallet can show alone. Everything runs natively, on the state of a
//! preset.

mod chain;
mod common;

mod assets;
mod community;
mod conversion;
mod cost;
mod data;
mod dividends;
mod enactment;
mod exchange;
mod fees;
mod governance;
mod interface;
mod presets;
mod proxies;
mod sessions;
mod side_chains;
mod store;
mod story;
mod weights;
mod witnesses;
mod workers;
mod xcm;
