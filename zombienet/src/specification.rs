//! Specifications of chains, made as their operators make them: by the programs' own commands.

use crate::{
	ensure,
	node::{find_built, output_of, Program},
	Result,
};
use serde_json::{json, Value};
use std::{
	fs,
	path::{Path, PathBuf},
};

/// The template's runtime, beside the programs.
const RUNTIME: &str = "wbuild/bhtd-merchant-runtime/bhtd_merchant_runtime.compact.compressed.wasm";

/// The preset of a side chain with one collator, Alice.
const PRESET: &str = "development";

/// A side chain as it is registered.
pub struct SideChain {
	/// Its id on the main chain.
	pub id: u32,
	/// Its specification, as a file.
	pub specification: PathBuf,
	/// Its genesis head in hexadecimal, as a file.
	pub head: PathBuf,
	/// Its runtime, as a file.
	pub runtime: PathBuf,
	/// All BHTD it starts with, in planck.
	pub endowment: u128,
}

impl SideChain {
	/// Makes a chain of the template's runtime.
	pub async fn create(folder: &Path, name: &str, id: u32) -> Result<Self> {
		let runtime = find_built(RUNTIME)?;
		let file = |ending: &str| folder.join(format!("{name}{ending}"));
		let (patch, specification, head) = (file("-patch.json"), file(".json"), file("-head"));
		let path = |path: &Path| path.display().to_string();

		let builder = "chain-spec-builder";
		let runtime_path = path(&runtime);
		let show = [builder, "display-preset", "--runtime", &runtime_path, "--preset-name", PRESET];
		let shown = output_of(Program::Collator, show).await?;
		let mut preset: Value = serde_json::from_slice(&shown)?;
		preset["parachainInfo"]["parachainId"] = json!(id);
		let balances = preset.pointer("/balances/balances").and_then(Value::as_array);
		let balances = balances.ok_or("the preset has no balances")?.iter();
		let amounts = balances.map(|entry| entry[1].as_u64().map(u128::from));
		let endowment = amounts.sum::<Option<u128>>().ok_or("a balance is no number")?;
		fs::write(&patch, preset.to_string())?;
		let id_text = id.to_string();
		let properties = "tokenSymbol=BHTD,tokenDecimals=12,ss58Format=42";
		let arguments = [
			builder,
			"--chain-spec-path",
			&path(&specification),
			"create",
			"--chain-name",
			name,
			"--chain-id",
			name,
			"-t",
			"local",
			"--relay-chain",
			"bhtd_local_dev",
			"--para-id",
			&id_text,
			"--properties",
			properties,
			"--runtime",
			&runtime_path,
			"--raw-storage",
			"patch",
			&path(&patch),
		];
		output_of(Program::Collator, arguments).await?;
		let arguments = ["export-genesis-head", "--chain", &path(&specification), &path(&head)];
		output_of(Program::Collator, arguments).await?;
		Ok(Self { id, specification, head, runtime, endowment })
	}

	/// The head from which the chain starts.
	pub fn genesis_head(&self) -> Result<Vec<u8>> {
		let text = fs::read_to_string(&self.head)?;
		let digits = text.trim().strip_prefix("0x").ok_or("the head is not hexadecimal")?;
		ensure!(digits.len().is_multiple_of(2) && digits.is_ascii(), "the head is cut off");
		let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16);
		Ok((0..digits.len()).step_by(2).map(byte).collect::<Result<_, _>>()?)
	}

	/// The code of its runtime.
	pub fn code(&self) -> Result<Vec<u8>> {
		Ok(fs::read(&self.runtime)?)
	}
}

/// Makes the specification of a main chain out of an embedded one, with its genesis changed.
pub async fn main_chain(
	chain: &str,
	folder: &Path,
	change: impl FnOnce(&mut Value) -> Result<()>,
) -> Result<PathBuf> {
	let exported = output_of(Program::Node, ["export-chain-spec", "--chain", chain]).await?;
	let mut specification: Value = serde_json::from_slice(&exported)?;
	let patch = specification.pointer_mut("/genesis/runtimeGenesis/patch");
	change(patch.ok_or_else(|| format!("the specification of {chain} has no patch"))?)?;
	let plain = folder.join("plain.json");
	fs::write(&plain, specification.to_string())?;
	let raw = folder.join("chain.json");
	let (from, to) = (plain.display().to_string(), raw.display().to_string());
	let arguments = ["export-chain-spec", "--raw", "--chain", &from, "--output", &to];
	output_of(Program::Node, arguments).await?;
	Ok(raw)
}

/// Adds to a list of a genesis.
pub fn append(genesis: &mut Value, pointer: &str, more: Value) -> Result<()> {
	let list = genesis.pointer_mut(pointer).and_then(Value::as_array_mut);
	list.ok_or_else(|| format!("the genesis has no list {pointer}"))?.push(more);
	Ok(())
}
