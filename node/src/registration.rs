//! The call with which a merchant registers its side chain, for any wallet to sign.
//!
//! A code of a megabyte is no text to paste into a form. What this makes is the whole call in hexadecimal,
//! which wallets decode and show before they sign it.

use bhtd_runtime::RuntimeCall;
use bhtd_runtime_constants::currency::UNITS;
use clap::Args;
use codec::Encode;
use pallet_side_chains::{Call, Code, Details};
use sp_core::{
	bytes::{from_hex, to_hex},
	crypto::AccountId32,
	H256,
};
use std::{
	fmt::Display,
	fs,
	io::{stdout, Write},
	path::{Path, PathBuf},
};

/// What the file of a runtime starts with, if it is compressed, and if it is not.
const CODE_MAGIC: [&[u8]; 2] = [&[0x52, 0xbc, 0x53, 0x76, 0x46, 0xdb, 0x8e, 0x05], b"\0asm"];

/// Encode the call that registers a side chain.
///
/// It is `sideChains.register` of the main chain's runtime that this program was built with, and signed by
/// an active group merchant.
#[derive(Args, Debug)]
pub struct EncodeRegistrationCmd {
	/// The genesis head of the chain, as `bhtd-collator export-genesis-head` writes it.
	#[arg(long, value_name = "FILE")]
	pub head: PathBuf,

	#[command(flatten)]
	pub code: CodeParams,

	/// What the chain is called.
	#[arg(long, value_name = "NAME")]
	pub name: String,

	/// Where more is found about it: its specification, its bootnodes, the shop.
	#[arg(long, value_name = "URI", default_value = "")]
	pub uri: String,

	/// In whose account the tank is held, and stays when the chain leaves.
	#[arg(long, value_name = "ADDRESS")]
	pub refund: AccountId32,

	/// How many BHTD pay for its core in advance.
	#[arg(long, value_name = "BHTD")]
	pub tank: u64,

	/// How many BHTD of the margin are promised to its consumers.
	#[arg(long, value_name = "BHTD")]
	pub pool: u64,

	/// The file to write the call to, instead of standard output.
	#[arg(long, value_name = "FILE")]
	pub output: Option<PathBuf>,
}

/// The runtime of the chain.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub struct CodeParams {
	/// The runtime as a file of WebAssembly, compressed or not.
	#[arg(long, value_name = "FILE")]
	pub code: Option<PathBuf>,

	/// The hash of a blessed runtime that the main chain stores already.
	#[arg(long, value_name = "HASH")]
	pub blessed: Option<H256>,
}

impl EncodeRegistrationCmd {
	/// Encodes the call and writes it in hexadecimal.
	pub fn run(&self) -> Result<(), String> {
		let call = to_hex(&self.call()?.encode(), false);
		let Some(path) = &self.output else {
			return writeln!(stdout(), "{call}").map_err(|error| error.to_string());
		};
		fs::write(path, call).map_err(|error| about(path, error))
	}

	fn call(&self) -> Result<RuntimeCall, String> {
		let head = read_head(&self.head)?;
		let code = match (&self.code.code, self.code.blessed) {
			(Some(path), _) => {
				let bytes = read_code(path)?;
				let length = bytes.len();
				let bytes = bytes.try_into();
				Code::Own(bytes.map_err(|_| about(path, format!("{length} bytes are too many")))?)
			}
			(None, Some(hash)) => Code::Stored(hash),
			(None, None) => return Err("--code or --blessed is missing".into()),
		};
		let length = head.len();
		let too_long = |option| move |_| format!("--{option} is too long");
		let details = Details {
			name: self.name.clone().into_bytes().try_into().map_err(too_long("name"))?,
			uri: self.uri.clone().into_bytes().try_into().map_err(too_long("uri"))?,
		};
		Ok(RuntimeCall::SideChains(Call::register {
			head: head
				.try_into()
				.map_err(|_| about(&self.head, format!("{length} bytes are too many")))?,
			code,
			details,
			refund: self.refund.clone(),
			tank: planck(self.tank),
			pool: planck(self.pool),
		}))
	}
}

/// What a whole number of BHTD is in planck.
fn planck(bhtd: u64) -> u128 {
	// The largest number there is fits: 2^64 times 10^12 is less than 2^128.
	u128::from(bhtd) * UNITS
}

fn about(path: &Path, error: impl Display) -> String {
	format!("{}: {error}", path.display())
}

/// A head in hexadecimal, or as it is.
fn read_head(path: &Path) -> Result<Vec<u8>, String> {
	let bytes = fs::read(path).map_err(|error| about(path, error))?;
	let head = match std::str::from_utf8(&bytes).map(str::trim) {
		Ok(text) if text.starts_with("0x") => {
			from_hex(text).map_err(|error| about(path, format!("no hexadecimal: {error}")))?
		}
		_ => bytes,
	};
	if head.is_empty() {
		return Err(about(path, "no head is in it"));
	}
	Ok(head)
}

fn read_code(path: &Path) -> Result<Vec<u8>, String> {
	let bytes = fs::read(path).map_err(|error| about(path, error))?;
	if !CODE_MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
		return Err(about(path, "not WebAssembly"));
	}
	Ok(bytes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;
	use tempfile::TempDir;

	fn written(folder: &TempDir, name: &str, content: &[u8]) -> PathBuf {
		let path = folder.path().join(name);
		fs::write(&path, content).unwrap();
		path
	}

	fn command(folder: &TempDir, head: &[u8], code: &[u8]) -> EncodeRegistrationCmd {
		EncodeRegistrationCmd {
			head: written(folder, "head", head),
			code: CodeParams { code: Some(written(folder, "code", code)), blessed: None },
			name: "Café".into(),
			uri: "https://example.org".into(),
			refund: [7; 32].into(),
			tank: 100,
			pool: u64::MAX,
			output: Some(folder.path().join("call")),
		}
	}

	#[test]
	fn call_is_what_the_runtime_decodes() {
		let folder = TempDir::new().unwrap();
		for head in [b"0x0102\n".as_slice(), &[1, 2]] {
			command(&folder, head, b"\0asm1").run().unwrap();
			let call = from_hex(&fs::read_to_string(folder.path().join("call")).unwrap()).unwrap();
			let expected = Call::register {
				head: vec![1, 2].try_into().unwrap(),
				code: Code::Own(b"\0asm1".to_vec().try_into().unwrap()),
				details: Details {
					name: "Café".as_bytes().to_vec().try_into().unwrap(),
					uri: b"https://example.org".to_vec().try_into().unwrap(),
				},
				refund: [7; 32].into(),
				tank: 100_000_000_000_000,
				pool: 18_446_744_073_709_551_615_000_000_000_000,
			};
			let decoded = RuntimeCall::decode(&mut &call[..]).unwrap();
			assert_eq!(decoded, RuntimeCall::SideChains(expected));
		}
	}

	#[test]
	fn blessed_runtime_is_named_by_its_hash() {
		let folder = TempDir::new().unwrap();
		let mut blessed = command(&folder, &[1], b"\0asm");
		blessed.code = CodeParams { code: None, blessed: Some(H256::repeat_byte(9)) };
		let RuntimeCall::SideChains(Call::register { code, .. }) = blessed.call().unwrap() else {
			panic!("another call");
		};
		assert_eq!(code, Code::Stored(H256::repeat_byte(9)));
	}

	#[test]
	fn what_is_wrong_is_named() {
		let folder = TempDir::new().unwrap();
		let error = |head: &[u8], code: &[u8]| command(&folder, head, code).call().unwrap_err();
		assert!(error(b"0xzz", b"\0asm").contains("head: no hexadecimal"));
		assert!(error(b"0x", b"\0asm").contains("head: no head is in it"));
		assert!(error(&[0; 32 * 1024 + 1], b"\0asm").contains("32769 bytes are too many"));
		assert!(error(&[1], b"#!/bin/sh").contains("code: not WebAssembly"));
		let mut long = command(&folder, &[1], b"\0asm");
		long.name = "n".repeat(65);
		assert_eq!(long.call().unwrap_err(), "--name is too long");
		long.name = "n".into();
		long.uri = "u".repeat(257);
		assert_eq!(long.call().unwrap_err(), "--uri is too long");
		long.head = folder.path().join("nowhere");
		assert!(long.call().unwrap_err().contains("nowhere: No such file"));
	}
}
