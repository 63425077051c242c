/** Whether the promise of the project is kept: what is owed for points lies locked behind them. */

export interface Backing {
	readonly issuer: string;
	/** Planck of margin that the issuer has locked as a merchant. */
	readonly held: bigint;
	/** Planck that it owes in all. */
	readonly owed: bigint;
	/** Planck that the points of its classes in circulation are guaranteed to be worth. */
	readonly points: bigint;
}

/** Every point of an issuer can be converted: its margin covers what it owes, and that covers its points. */
export const isKept = ({ held, owed, points }: Backing): boolean => held >= owed && owed >= points;

export interface Totals {
	readonly held: bigint;
	readonly owed: bigint;
	readonly points: bigint;
	/** Issuers of whom not everything is covered. */
	readonly broken: number;
}

export const totalsOf = (backings: readonly Backing[]): Totals =>
	backings.reduce(
		(sum, backing) => ({
			held: sum.held + backing.held,
			owed: sum.owed + backing.owed,
			points: sum.points + backing.points,
			broken: sum.broken + (isKept(backing) ? 0 : 1),
		}),
		{ held: 0n, owed: 0n, points: 0n, broken: 0 },
	);
