/** The look of a card: what a merchant chooses, and what the chain keeps as the design of a class. */

export const PATTERNS = ['plain', 'dots', 'stripes', 'waves', 'grid'] as const;
export const ICONS = ['star', 'cup', 'leaf', 'bag', 'heart', 'bread', 'bolt', 'book'] as const;

export type Pattern = (typeof PATTERNS)[number];
export type Icon = (typeof ICONS)[number];

export interface CardDesign {
	readonly background: string;
	readonly accent: string;
	readonly pattern: Pattern;
	readonly icon: Icon;
}

export const DEFAULT_CARD: CardDesign = {
	background: '#14532d',
	accent: '#86efac',
	pattern: 'waves',
	icon: 'leaf',
};

const COLOUR = /^#[0-9a-f]{6}$/;

const oneOf = <Value extends string>(values: readonly Value[], found: unknown): Value | undefined =>
	values.find((value) => value === found);

/** A card out of untrusted data: each part that is not understood is that of the default card. */
export const readCard = (found: unknown): CardDesign => {
	const parts: Record<string, unknown> = typeof found === 'object' && found !== null ? { ...found } : {};
	const colour = (value: unknown, otherwise: string): string =>
		typeof value === 'string' && COLOUR.test(value) ? value : otherwise;
	return {
		background: colour(parts['background'], DEFAULT_CARD.background),
		accent: colour(parts['accent'], DEFAULT_CARD.accent),
		pattern: oneOf(PATTERNS, parts['pattern']) ?? DEFAULT_CARD.pattern,
		icon: oneOf(ICONS, parts['icon']) ?? DEFAULT_CARD.icon,
	};
};

/** The document that the chain keeps: the same card always has the same bytes. */
export const cardDocument = ({ background, accent, pattern, icon }: CardDesign): Uint8Array =>
	new TextEncoder().encode(JSON.stringify({ background, accent, pattern, icon }));

/** The card of a document found on the chain, which anybody may have written. */
export const cardOfDocument = (bytes: Uint8Array): CardDesign => {
	try {
		return readCard(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return DEFAULT_CARD;
	}
};

const channel = (hex: string): number => {
	const value = Number.parseInt(hex, 16) / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (colour: string): number =>
	0.2126 * channel(colour.slice(1, 3)) +
	0.7152 * channel(colour.slice(3, 5)) +
	0.0722 * channel(colour.slice(5, 7));

/** Black or white, whichever is easier to read on `background`; its contrast is at least 4.5 to 1. */
export const inkOn = (background: string): '#000000' | '#ffffff' => {
	const light = luminance(background) + 0.05;
	return 1.05 / light > light / 0.05 ? '#ffffff' : '#000000';
};
