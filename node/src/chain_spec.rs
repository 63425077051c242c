//! The chains this node knows, and how it recognises a chain that is not ours.

use bhtd_runtime_constants::{
	currency::{DECIMALS, SYMBOL},
	network::SS58_PREFIX,
};
use polkadot_service::GenericChainSpec;
use sc_service::{ChainSpec, ChainType, Properties};
use std::path::Path;

/// What the id of every chain of ours starts with.
///
/// The id decides where the data lies, and the service below changes its behaviour for ids that start
/// with the names of Polkadot's networks. So one rule serves both: a specification whose id does not
/// start like this is foreign and refused before anything is written.
pub const ID_PREFIX: &str = "bhtd";

/// A chain whose genesis is a preset of the embedded runtime.
struct Embedded {
	/// The name for `--chain`.
	flag: &'static str,
	/// The name shown to people.
	name: &'static str,
	/// Ends in `dev`, or authoring would slow down to a crawl while finality lags.
	id: &'static str,
	/// The runtime's preset.
	preset: &'static str,
	/// What the chain is for.
	chain_type: ChainType,
}

const EMBEDDED: [Embedded; 3] = [
	Embedded {
		flag: "dev",
		name: "BHTD Development",
		id: "bhtd_dev",
		preset: "development",
		chain_type: ChainType::Development,
	},
	Embedded {
		flag: "local",
		name: "BHTD Local Testnet",
		id: "bhtd_local_dev",
		preset: "local_testnet",
		chain_type: ChainType::Local,
	},
	Embedded {
		flag: "local-4",
		name: "BHTD Local Testnet of Four",
		id: "bhtd_local_4_dev",
		preset: "local_testnet_4",
		chain_type: ChainType::Local,
	},
];

/// The chain that is meant when none is named.
const DEFAULT: &str = "local";

/// Loads an embedded chain by its name or any chain of ours by the path of its specification.
pub fn load(chain: &str) -> Result<Box<dyn ChainSpec>, String> {
	let chain = if chain.is_empty() { DEFAULT } else { chain };
	let spec = match EMBEDDED.iter().find(|embedded| embedded.flag == chain) {
		Some(embedded) => embedded.build(bhtd_runtime::WASM_BINARY)?,
		None => from_file(chain)?,
	};
	Ok(Box::new(spec))
}

impl Embedded {
	fn build(&self, code: Option<&[u8]>) -> Result<GenericChainSpec, String> {
		let code = code.ok_or_else(|| {
			format!(
				"the chain `{}` needs the embedded runtime, and this node was built with \
				 SKIP_WASM_BUILD; build it without, or give --chain the path of a specification",
				self.flag
			)
		})?;
		Ok(GenericChainSpec::builder(code, Default::default())
			.with_name(self.name)
			.with_id(self.id)
			.with_chain_type(self.chain_type.clone())
			.with_protocol_id(self.id)
			.with_properties(properties())
			.with_genesis_config_preset_name(self.preset)
			.build())
	}
}

fn from_file(path: &str) -> Result<GenericChainSpec, String> {
	if !Path::new(path).is_file() {
		let names = EMBEDDED.map(|embedded| embedded.flag).join(", ");
		return Err(format!("unknown chain `{path}`: neither one of {names} nor a file"));
	}
	let spec = GenericChainSpec::from_json_file(path.into())
		.map_err(|error| format!("`{path}` is not a chain specification: {error}"))?;
	if !spec.id().starts_with(ID_PREFIX) {
		return Err(format!(
			"`{path}` describes the chain `{}`, which is not a BHTD main chain: the id of one starts \
			 with `{ID_PREFIX}`",
			spec.id()
		));
	}
	Ok(spec)
}

/// What wallets show: the coin's symbol and decimals, and the prefix of addresses.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), SYMBOL.into());
	properties.insert("tokenDecimals".into(), DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{collections::HashSet, fs};

	fn spec_file(content: &str) -> (tempfile::TempDir, String) {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("spec.json");
		fs::write(&path, content).unwrap();
		(folder, path.to_str().unwrap().to_owned())
	}

	fn spec_with_id(id: &str) -> String {
		serde_json::json!({
			"name": "Some chain",
			"id": id,
			"chainType": "Local",
			"bootNodes": [],
			"genesis": { "raw": { "top": {}, "childrenDefault": {} } },
		})
		.to_string()
	}

	#[test]
	fn embedded_chains_are_ours_and_tell_wallets_about_the_coin() {
		for embedded in &EMBEDDED {
			let spec = embedded.build(Some(&[0])).unwrap();
			assert!(spec.id().starts_with(ID_PREFIX));
			assert!(spec.id().ends_with("dev"), "authoring backs off: {}", spec.id());
			assert_eq!(spec.protocol_id(), Some(spec.id()));
			assert_eq!(
				serde_json::to_value(spec.properties()).unwrap(),
				serde_json::json!({ "tokenSymbol": "BHTD", "tokenDecimals": 12, "ss58Format": 42 })
			);
		}
		let ids: HashSet<_> = EMBEDDED.iter().map(|embedded| embedded.id).collect();
		assert_eq!(ids.len(), EMBEDDED.len());
	}

	#[test]
	fn no_name_means_the_default_chain() {
		assert!(EMBEDDED.iter().any(|embedded| embedded.flag == DEFAULT));
	}

	#[test]
	fn presets_are_those_of_the_runtime() {
		let presets = bhtd_runtime::genesis_config_presets::preset_names();
		let ours: Vec<_> = EMBEDDED.iter().map(|embedded| embedded.preset).collect();
		assert_eq!(ours, presets.iter().map(|preset| preset.as_str()).collect::<Vec<_>>());
	}

	#[test]
	fn embedded_chain_without_runtime_says_why() {
		let error = EMBEDDED[0].build(None).err().unwrap();
		assert!(error.contains("SKIP_WASM_BUILD"), "{error}");
	}

	#[test]
	fn specification_of_ours_loads_from_a_file() {
		let (_folder, path) = spec_file(&spec_with_id("bhtd_test"));
		assert_eq!(load(&path).unwrap().id(), "bhtd_test");
	}

	#[test]
	fn foreign_specification_is_refused() {
		let (_folder, path) = spec_file(&spec_with_id("westend2"));
		let error = load(&path).err().unwrap();
		assert!(error.contains("`westend2`, which is not a BHTD main chain"), "{error}");
	}

	#[test]
	fn file_that_is_not_a_specification_is_refused() {
		let (_folder, path) = spec_file("{ \"id\": ");
		let error = load(&path).err().unwrap();
		assert!(error.contains("is not a chain specification"), "{error}");
	}

	#[test]
	fn unknown_name_lists_the_known_ones() {
		let error = load("polkadot").err().unwrap();
		assert!(error.contains("neither one of dev, local, local-4 nor a file"), "{error}");
	}
}
