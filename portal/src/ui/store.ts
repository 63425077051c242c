/** What the browser keeps: choices and drafts. Nothing of it is needed to see or recover funds. */
import { useCallback, useState } from 'react';

const PREFIX = 'bhtd.';

const load = (key: string): string | null => {
	try {
		return localStorage.getItem(PREFIX + key);
	} catch {
		// A browser may forbid it; the page then forgets when it is closed.
		return null;
	}
};

/** A text that is kept, or `undefined`. */
export const useStored = (key: string): [string | undefined, (value: string) => void] => {
	const [value, setValue] = useState(() => load(key) ?? undefined);
	const keep = useCallback(
		(next: string) => {
			setValue(next);
			try {
				localStorage.setItem(PREFIX + key, next);
			} catch {
				// As above.
			}
		},
		[key],
	);
	return [value, keep];
};
