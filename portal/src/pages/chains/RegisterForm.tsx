/** Registering a side chain: its genesis, its runtime, what pays for its core, and what it promises. */
import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { type Call, call } from '../../chain/api.ts';
import type { Refusal } from '../../chain/errors.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { showBhtd } from '../../lib/amounts.ts';
import { hex } from '../../lib/bytes.ts';
import {
	bytesOfFile,
	CHAIN_FIELDS,
	type ChainDraft,
	type ChainField,
	checkChain,
	EMPTY_CHAIN,
	type Registration,
} from '../../lib/sidechain.ts';
import { useChain, useTrial } from '../../ui/chain.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { formProblemText } from '../../ui/formTexts.ts';
import { SignBox } from '../../ui/SignBox.tsx';

const FIELD_OF: Readonly<Record<string, ChainField>> = {
	'SideChains.NameMissing': 'name',
	'SideChains.TankTooLow': 'tank',
	'SideChains.ExceedsMargin': 'pool',
	'SideChains.CodeNotBlessed': 'code',
	'SideChains.CodeNotStored': 'code',
	'SideChains.SizesOutOfBounds': 'code',
	'Token.FundsUnavailable': 'tank',
};

const fieldOf = ({ name }: Refusal): ChainField | undefined => FIELD_OF[name];

const registerCall = ({ head, code, name, uri, refund, tank, pool }: Registration): Call =>
	call('SideChains', 'register', {
		head,
		code: code.type === 'Own' ? Enum('Own', code.value) : Enum('Stored', code.value),
		details: { name, uri },
		refund,
		tank,
		pool,
	});

interface Limits {
	readonly MaxNameLength: number;
	readonly MaxUriLength: number;
	readonly MaxHeadLength: number;
	readonly MaxCodeLength: number;
	readonly LeastTank: bigint;
	readonly ChainDeposit: bigint;
}

interface Props {
	readonly limits: Limits;
	readonly blessed: readonly string[];
	readonly refund: string;
	readonly done: () => void;
}

const bytesIn = async (file: File): Promise<Uint8Array> =>
	bytesOfFile(new Uint8Array(await file.arrayBuffer()));

const Form = ({ limits, blessed, refund, done }: Props): ReactNode => {
	const texts = useTexts();
	const { t, why } = texts;
	const [draft, setDraft] = useState<ChainDraft>({ ...EMPTY_CHAIN, refund, blessed: blessed[0] ?? '' });
	const [touched, setTouched] = useState<ReadonlySet<ChainField>>(new Set());
	const checked = checkChain(draft, {
		nameLength: limits.MaxNameLength,
		uriLength: limits.MaxUriLength,
		headLength: limits.MaxHeadLength,
		codeLength: limits.MaxCodeLength,
		leastTank: limits.LeastTank,
		isAddress,
	});
	const register = checked.ok ? registerCall(checked.value) : undefined;
	const trial = useTrial(register);
	const problems = checked.ok ? {} : checked.error;
	const touch = (field: ChainField): void => setTouched((before) => new Set(before).add(field));
	const set = (changes: Partial<ChainDraft>): void => setDraft((before) => ({ ...before, ...changes }));
	const errorOf = (field: ChainField): string | undefined => {
		const problem = problems[field];
		if (problem !== undefined) {
			return touched.has(field) ? formProblemText(texts, problem) : undefined;
		}
		return trial.state === 'refused' && fieldOf(trial.refusal) === field ? why(trial.refusal) : undefined;
	};
	const text = (name: Exclude<ChainField, 'code'>, numeric = false, help?: string): ReactNode => (
		<TextField
			name={name}
			label={t(`chain.field.${name}`)}
			value={draft[name]}
			numeric={numeric}
			help={help}
			error={errorOf(name)}
			onChange={(value) => set({ [name]: value })}
			onBlur={() => touch(name)}
		/>
	);
	const wrong = CHAIN_FIELDS.filter((field) => problems[field] !== undefined);
	const missing =
		wrong.length === 0
			? undefined
			: t('tx.wrongFields', { fields: wrong.map((field) => t(`chain.field.${field}`)).join(', ') });
	return (
		<form aria-label={t('chain.register')} onSubmit={(event) => event.preventDefault()}>
			<div className="pair">
				{text('name')}
				{text('uri', false, t('chain.uri.help'))}
			</div>
			{text('head', false, t('chain.head.help', { most: limits.MaxHeadLength }))}
			<FileButton
				name="head-file"
				label={t('chain.headFile')}
				button={t('form.file')}
				take={async (file) => {
					set({ head: hex(await bytesIn(file)) });
					touch('head');
				}}
			/>
			<ChoiceField
				name="code"
				label={t('chain.field.code')}
				help={
					draft.file === undefined
						? t('chain.code.help')
						: t('chain.code.bytes', { count: draft.file.length })
				}
				error={errorOf('code')}
				value={draft.blessed}
				options={[
					...blessed.map((hash) => ({ value: hash, label: t('chain.blessed', { hash }) })),
					{ value: '', label: t('chain.ownCode') },
				]}
				onChange={(value) => {
					set({ blessed: value });
					touch('code');
				}}
			/>
			{draft.blessed === '' && (
				<FileButton
					name="code-file"
					label={t('chain.codeFile')}
					button={t('form.file')}
					take={async (file) => {
						set({ file: await bytesIn(file) });
						touch('code');
					}}
				/>
			)}
			{text('refund', false, t('chain.refund.help'))}
			<div className="pair">
				{text('tank', true, t('chain.tank.help', { least: showBhtd(limits.LeastTank, 'up') }))}
				{text('pool', true, t('chain.pool.help', { deposit: showBhtd(limits.ChainDeposit, 'up') }))}
			</div>
			<SignBox
				label={t('chain.register')}
				button={t('chain.register')}
				call={register}
				trial={trial}
				missing={missing}
				done={done}
			/>
		</form>
	);
};

export const RegisterForm = ({
	blessed,
	coresFree,
}: Pick<Props, 'blessed'> & { coresFree: number }): ReactNode => {
	const { t } = useTexts();
	const { session, account } = useChain();
	const limits = session?.constants.SideChains;
	// A new form after each chain, its files included.
	const [round, setRound] = useState(0);
	return (
		<section className="panel" aria-labelledby="register-title">
			<h2 id="register-title">{t('chain.register')}</h2>
			<p>{t('chain.register.intro', { cores: coresFree })}</p>
			{limits !== undefined && account !== undefined && (
				<Form
					key={round}
					limits={limits}
					blessed={blessed}
					refund={account.address}
					done={() => setRound(round + 1)}
				/>
			)}
		</section>
	);
};
