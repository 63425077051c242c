/** The margin of a role: what is held, owed and free, how to change it, and how to begin and to leave. */
import { Alert } from 'antd';
import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { call } from '../chain/api.ts';
import { useTexts } from '../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, permille, showBhtd } from '../lib/amounts.ts';
import { useChain, useTrial } from './chain.tsx';
import { TextField } from './fields.tsx';
import { SignBox } from './SignBox.tsx';
import { problemText } from './texts.ts';
import type { Margin, Role, RoleState } from './useRole.ts';

/** The longest public profile that the ledger takes, in bytes. */
const PROFILE_LENGTH = 1024;

const PARTS = ['owed', 'minimum', 'capacity'] as const;

const Gauge = ({ of: role, margin }: { of: Role; margin: Margin }): ReactNode => {
	const { t } = useTexts();
	const { held, owed, minimum, capacity } = margin;
	const short = minimum + owed > held ? minimum + owed - held : 0n;
	const parts = { owed, minimum: minimum - short > 0n ? minimum - short : 0n, capacity };
	return (
		<>
			<div
				className="gauge"
				role="img"
				aria-label={t('merchant.gauge', {
					held: showBhtd(held, 'down'),
					owed: showBhtd(owed, 'up'),
					free: showBhtd(capacity, 'down'),
				})}
			>
				{PARTS.map((part) => (
					<div key={part} className={part} style={{ width: `${permille(parts[part], held) / 10}%` }} />
				))}
			</div>
			<dl className="figures">
				<div data-figure="held">
					<dt>{t('merchant.held')}</dt>
					<dd>{showBhtd(held, 'down', BHTD_DECIMALS)}</dd>
				</div>
				{PARTS.map((part) => (
					<div key={part} data-figure={part}>
						<dt>
							<span className={`swatch gauge-${part}`} aria-hidden="true" />
							{part === 'minimum' ? t('merchant.minimum') : t(`margin.${part}.${role}`)}
						</dt>
						<dd>{showBhtd(margin[part], part === 'capacity' ? 'down' : 'up', BHTD_DECIMALS)}</dd>
					</div>
				))}
			</dl>
			{short > 0n && <Alert type="warning" title={t('merchant.short', { amount: showBhtd(short, 'up') })} />}
			{margin.status.type === 'Exiting' && (
				<Alert type="warning" title={t('merchant.exiting', { block: margin.status.value.until })} />
			)}
		</>
	);
};

/** An amount of BHTD above zero, and what is wrong with the text if it is none. */
const useAmount = (): {
	readonly text: string;
	readonly set: (text: string) => void;
	readonly amount: bigint | undefined;
	readonly error: string | undefined;
} => {
	const texts = useTexts();
	const [text, set] = useState('');
	const found = parseAmount(text, BHTD_DECIMALS);
	const problem = found.ok ? (found.value === 0n ? 'zero' : undefined) : found.error;
	return {
		text,
		set,
		amount: found.ok && problem === undefined ? found.value : undefined,
		error: text === '' || problem === undefined ? undefined : problemText(texts, problem),
	};
};

const Change = ({ of: role }: { of: Role }): ReactNode => {
	const { t } = useTexts();
	const { text, set, amount, error } = useAmount();
	const args = amount === undefined ? undefined : { role: Enum(role), amount };
	const more = args === undefined ? undefined : call('Margin', 'top_up', args);
	const less = args === undefined ? undefined : call('Margin', 'withdraw_excess', args);
	const [moreTrial, lessTrial] = [useTrial(more), useTrial(less)];
	const clear = (): void => set('');
	return (
		<>
			<h3>{t('merchant.change')}</h3>
			<TextField
				name="margin"
				label={t('merchant.amount')}
				value={text}
				numeric
				error={error}
				onChange={set}
			/>
			{args !== undefined && (
				<div className="pair">
					<SignBox
						label={t('merchant.topUp')}
						button={t('merchant.topUp')}
						call={more}
						trial={moreTrial}
						done={clear}
						primary={false}
					/>
					<SignBox
						label={t('merchant.withdraw')}
						button={t('merchant.withdraw')}
						call={less}
						trial={lessTrial}
						done={clear}
						primary={false}
					/>
				</div>
			)}
		</>
	);
};

const OneCall = ({
	name,
	of: role,
}: {
	name: 'announce_exit' | 'cancel_exit' | 'withdraw';
	of: Role;
}): ReactNode => {
	const { t } = useTexts();
	const made = call('Margin', name, { role: Enum(role) });
	const label = t(`margin.${name}`);
	return <SignBox label={label} button={label} call={made} trial={useTrial(made)} primary={false} />;
};

/** Leaving the role, and coming back on it. Closed at first, so that nobody leaves by mistake. */
const Exit = ({ of: role, margin, notice }: { of: Role; margin: Margin; notice: number }): ReactNode => {
	const { t } = useTexts();
	const [open, setOpen] = useState(false);
	const { best } = useChain();
	if (margin.status.type === 'Exiting') {
		const isOver = best !== undefined && best.number >= margin.status.value.until;
		return (
			<div className="pair">
				<OneCall name="cancel_exit" of={role} />
				{isOver ? <OneCall name="withdraw" of={role} /> : <div />}
			</div>
		);
	}
	return (
		<details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary data-exit>{t('margin.leave')}</summary>
			<p>{t('margin.leave.help', { notice })}</p>
			{open && <OneCall name="announce_exit" of={role} />}
		</details>
	);
};

const Register = ({ of: role, minimum }: { of: Role; minimum: bigint }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { text, set, amount, error } = useAmount();
	const [profileText, setProfile] = useState('');
	const profile = new TextEncoder().encode(profileText.trim());
	const [low, long] = [amount !== undefined && amount < minimum, profile.length > PROFILE_LENGTH];
	const made =
		amount === undefined || low || long
			? undefined
			: call('Margin', 'register', { role: Enum(role), amount, profile });
	const trial = useTrial(made);
	const label = t(`margin.register.${role}`);
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			<p>{t(`margin.about.${role}`)}</p>
			<TextField
				name="margin"
				label={t('margin.lock')}
				value={text}
				numeric
				error={low ? t('margin.low', { minimum: showBhtd(minimum, 'up', BHTD_DECIMALS) }) : error}
				help={t('margin.least', { minimum: showBhtd(minimum, 'up', BHTD_DECIMALS) })}
				onChange={set}
			/>
			<TextField
				name="profile"
				label={t('margin.profile')}
				value={profileText}
				error={long ? problemText(texts, 'tooLong') : undefined}
				help={t('margin.profile.help')}
				onChange={setProfile}
			/>
			<SignBox label={label} button={label} call={made} trial={trial} />
		</form>
	);
};

interface Props {
	readonly of: Role;
	readonly state: RoleState;
	/** What else there is to know of the margin. */
	readonly children?: ReactNode;
}

export const RolePanel = ({ of: role, state: { margin, minimum, notice }, children }: Props): ReactNode => {
	const { t } = useTexts();
	return (
		<section className="panel" aria-labelledby="margin-title">
			<h2 id="margin-title">{t('merchant.margin')}</h2>
			{margin === undefined ? (
				<Register of={role} minimum={minimum} />
			) : (
				<>
					<Gauge of={role} margin={margin} />
					{children}
					<Change of={role} />
					<Exit of={role} margin={margin} notice={notice} />
				</>
			)}
		</section>
	);
};
