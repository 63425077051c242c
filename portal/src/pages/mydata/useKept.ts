/** Salts and documents that are kept in this browser. */
import { useMemo } from 'react';
import { type Kept, readKept } from '../../lib/commitment.ts';
import { useStored } from '../../ui/store.ts';

export interface Notebook {
	readonly kept: readonly Kept[];
	readonly keep: (one: Kept) => void;
}

export const useKept = (): Notebook => {
	const [text, setText] = useStored('commitments');
	return useMemo(() => {
		const kept = readKept(text);
		const keep = (one: Kept): void => {
			// The same one again if its transaction was refused and is signed once more.
			const others = kept.filter(({ commitment }) => commitment !== one.commitment);
			setText(JSON.stringify([...others, one]));
		};
		return { kept, keep };
	}, [text, setText]);
};
