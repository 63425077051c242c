/** The card of a class, drawn as customers see it. */
import { type ReactNode, useId } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { type CardDesign, type Icon, inkOn, type Pattern } from '../lib/card.ts';

const ICON_PATHS: Readonly<Record<Icon, string>> = {
	star: 'M12 2l3 7 7 .6-5.3 4.7L18.3 22 12 18l-6.3 4 1.6-7.7L2 9.6 9 9z',
	cup: 'M4 7h12v7a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 9h2a3 3 0 0 1 0 6h-2M7 2v3M10 2v3M13 2v3',
	leaf: 'M5 20C3 9 10 3 21 3c0 11-6 17-14 15M5 20c2-6 6-9 10-11',
	bag: 'M5 8h14l1 13H4zM9 8V6a3 3 0 0 1 6 0v2',
	heart: 'M12 21C5 15 2 12 2 8a5 5 0 0 1 10-1 5 5 0 0 1 10 1c0 4-3 7-10 13z',
	bread: 'M4 10a4 4 0 0 1 4-5h8a4 4 0 0 1 4 5l-1 1v9H5v-9zM9 9v4M13 9v4',
	bolt: 'M13 2L4 14h7l-1 8 9-12h-7z',
	book: 'M4 4h7a2 2 0 0 1 2 2v15a2 2 0 0 0-2-2H4zM20 4h-5a2 2 0 0 0-2 2v15a2 2 0 0 1 2-2h5z',
};

const PatternFill = ({ pattern, colour }: { pattern: Pattern; colour: string }): ReactNode => {
	switch (pattern) {
		case 'plain':
			return null;
		case 'dots':
			return <circle cx="8" cy="8" r="2.5" fill={colour} />;
		case 'stripes':
			return <path d="M-4 20L20-4M4 28L28 4" stroke={colour} strokeWidth="3" />;
		case 'waves':
			return <path d="M0 12q6-10 12 0t12 0" fill="none" stroke={colour} strokeWidth="2" />;
		case 'grid':
			return <path d="M24 0H0v24" fill="none" stroke={colour} strokeWidth="1.5" />;
	}
};

interface Props {
	readonly design: CardDesign;
	readonly name: string;
	readonly symbol: string;
	/** What a point is worth at least, with its unit; nothing if that is not known yet. */
	readonly worth: string | undefined;
}

export const Card = ({ design, name, symbol, worth }: Props): ReactNode => {
	const { t } = useTexts();
	const id = useId();
	const ink = inkOn(design.background);
	const shown = { name: name.trim() || t('card.name'), symbol: symbol.trim() || t('card.symbol') };
	return (
		<svg
			className="card"
			viewBox="0 0 320 200"
			role="img"
			aria-label={t('card.label', { ...shown, worth: worth ?? '–' })}
			data-background={design.background}
		>
			<defs>
				<pattern id={id} width="24" height="24" patternUnits="userSpaceOnUse">
					<PatternFill pattern={design.pattern} colour={design.accent} />
				</pattern>
				<clipPath id={`${id}-clip`}>
					<rect width="320" height="200" rx="16" />
				</clipPath>
			</defs>
			<g clipPath={`url(#${id}-clip)`}>
				<rect width="320" height="200" fill={design.background} />
				<rect x="180" width="140" height="200" fill={`url(#${id})`} opacity="0.55" />
				<g
					transform="translate(248 24) scale(2)"
					fill="none"
					stroke={design.accent}
					strokeWidth="2"
					strokeLinejoin="round"
				>
					<path d={ICON_PATHS[design.icon]} />
				</g>
				<rect y="128" width="320" height="72" fill={design.background} />
				<text x="20" y="56" fontSize="28" fontWeight="700" fill={ink}>
					{shown.symbol.slice(0, 10)}
				</text>
				<text x="20" y="160" fontSize="17" fill={ink}>
					{shown.name.length > 30 ? `${shown.name.slice(0, 29)}…` : shown.name}
				</text>
				<text x="20" y="184" fontSize="13" fill={ink}>
					{worth === undefined ? '' : t('card.worth', { amount: worth })}
				</text>
			</g>
		</svg>
	);
};
