/** A book of quotes: levels of the same price, how much there is up to each, and what it takes to trade. */

export type Side = 'Bid' | 'Ask';

export interface BookQuote {
	readonly id: bigint;
	readonly owner: string;
	readonly price: bigint;
	/** Smallest units of what is priced. */
	readonly remaining: bigint;
	/** Why it is not valid any more, if so. */
	readonly stale?: unknown;
}

export interface Level {
	readonly price: bigint;
	readonly amount: bigint;
	readonly quotes: number;
	/** What there is at this price and at better ones. */
	readonly total: bigint;
	/** Whether one of the quotes is of the account that looks. */
	readonly own: boolean;
}

/** The levels of a book, in the order in which they are filled. Quotes that are not valid do not count. */
export const levelsOf = (quotes: readonly BookQuote[], who: string | undefined): Level[] => {
	const levels: Level[] = [];
	for (const { price, remaining, owner, stale } of quotes) {
		if (stale !== undefined) {
			continue;
		}
		const last = levels.at(-1);
		const merged = last?.price === price ? levels.pop() : undefined;
		levels.push({
			price,
			amount: (merged?.amount ?? 0n) + remaining,
			quotes: (merged?.quotes ?? 0) + 1,
			total: (last?.total ?? 0n) + remaining,
			own: merged?.own === true || owner === who,
		});
	}
	return levels;
};

/** Several books as one, best price first; of equal prices the earlier book's first. */
export const mergeBooks = <Quote extends BookQuote>(
	books: readonly (readonly Quote[])[],
	side: Side,
): Quote[] =>
	books
		.flat()
		.map((quote, place) => ({ quote, place }))
		.sort((a, b) => {
			const [first, second] = side === 'Bid' ? [b, a] : [a, b];
			const difference = first.quote.price - second.quote.price;
			return difference === 0n ? a.place - b.place : difference < 0n ? -1 : 1;
		})
		.map(({ quote }) => quote);

/**
 * The worst price that somebody has to accept to trade `wanted`: that of the last quote it takes. If there is
 * less than that, the last price there is; nothing if there are no quotes to take. One's own are not taken.
 */
export const worstPrice = (
	quotes: readonly BookQuote[],
	wanted: bigint,
	who: string | undefined,
): bigint | undefined => {
	let [left, worst]: [bigint, bigint | undefined] = [wanted, undefined];
	for (const { price, remaining, owner, stale } of quotes) {
		if (left <= 0n) {
			break;
		}
		if (stale === undefined && owner !== who) {
			worst = price;
			left -= remaining;
		}
	}
	return worst;
};

/** A corner of the line that a side draws, in thousandths of the chart's width and height. */
export type Point = readonly [x: number, y: number];

export interface Depth {
	readonly bids: readonly Point[];
	readonly asks: readonly Point[];
	readonly lowest: bigint;
	readonly highest: bigint;
	readonly most: bigint;
}

const WHOLE = 1000n;

/** The stairs of both sides: at each price, how much there is up to it. Nothing to draw without levels. */
export const depthOf = (bids: readonly Level[], asks: readonly Level[]): Depth | undefined => {
	const all = [...bids, ...asks];
	const [first] = all;
	if (first === undefined) {
		return undefined;
	}
	const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
	const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
	const inner = all.map(({ price }) => price);
	const [from, to] = [inner.reduce(least), inner.reduce(greatest)];
	// Room on both sides, so that the last step of each can be seen.
	const room = greatest((to - from) / 10n, to / 100n + 1n);
	const [lowest, highest] = [greatest(from - room, 0n), to + room];
	const most = all.map(({ total }) => total).reduce(greatest);
	const x = (price: bigint): number => Number(((price - lowest) * WHOLE) / (highest - lowest));
	const y = (total: bigint): number => Number(WHOLE - (total * WHOLE) / most);
	const stairs = (levels: readonly Level[], end: number): Point[] => {
		const points: Point[] = [];
		let before = 1000;
		for (const { price, total } of levels) {
			points.push([x(price), before], [x(price), y(total)]);
			before = y(total);
		}
		return levels.length === 0 ? [] : [...points, [end, before], [end, 1000]];
	};
	return { bids: stairs(bids, 0), asks: stairs(asks, 1000), lowest, highest, most };
};

/** The corners as SVG wants them. */
export const pathOf = (points: readonly Point[]): string => points.map((point) => point.join(',')).join(' ');
