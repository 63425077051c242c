/** The drafts a merchant works on, kept in the browser. */
import { useCallback, useMemo } from 'react';
import { type Context, type Draft, EMPTY_DRAFT, readFile, writeFile } from '../../lib/draft.ts';
import { useStored } from '../../ui/store.ts';

/** Drafts at hand are kept in the form of exported files; the context in them means nothing. */
const NO_CONTEXT: Context = { classId: 0, merchant: false };

export interface Drafts {
	readonly all: readonly Draft[];
	readonly current: number;
	readonly draft: Draft;
	readonly change: (changes: Partial<Draft>) => void;
	readonly add: (draft: Draft) => void;
	readonly remove: () => void;
	readonly select: (index: number) => void;
}

interface Kept {
	readonly current: number;
	readonly drafts: readonly Draft[];
}

const FIRST: Kept = { current: 0, drafts: [EMPTY_DRAFT] };

const parse = (text: string | undefined): Kept => {
	try {
		const kept: unknown = JSON.parse(text ?? 'null');
		const { current, files } = Object(kept);
		const read = (Array.isArray(files) ? files : []).flatMap((file: unknown) => {
			const found = readFile(String(file));
			return found.ok ? [found.value.draft] : [];
		});
		const isIndex = Number.isInteger(current) && current >= 0 && current < read.length;
		return read.length === 0 ? FIRST : { current: isIndex ? current : 0, drafts: read };
	} catch {
		return FIRST;
	}
};

const print = ({ current, drafts }: Kept): string =>
	JSON.stringify({ current, files: drafts.map((draft) => writeFile({ draft, context: NO_CONTEXT })) });

export const useDrafts = (): Drafts => {
	const [text, setText] = useStored('drafts');
	const { current, drafts } = useMemo(() => parse(text), [text]);
	const keep = useCallback((kept: Kept) => setText(print(kept)), [setText]);
	return {
		all: drafts,
		current,
		draft: drafts[current] ?? EMPTY_DRAFT,
		change: (changes) =>
			keep({
				current,
				drafts: drafts.map((draft, index) => (index === current ? { ...draft, ...changes } : draft)),
			}),
		add: (draft) => keep({ current: drafts.length, drafts: [...drafts, draft] }),
		remove: () => {
			const rest = drafts.filter((_, index) => index !== current);
			keep(rest.length === 0 ? FIRST : { current: Math.max(0, current - 1), drafts: rest });
		},
		select: (index) => keep({ current: index, drafts }),
	};
};
