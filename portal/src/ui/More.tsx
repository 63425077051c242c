/** The beginning of a list that may be long, and a button for more of it. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';

/** How many items a list begins with, and goes on by. */
export const PAGE = 20;

interface More {
	/** How many items are wanted. */
	readonly most: number;
	/** What asks for more, if there are more than that. */
	readonly more: (total: number) => ReactNode;
}

/** For a list that is read from the chain: no more of it is read than is wanted. */
export const useMore = (): More => {
	const { t } = useTexts();
	const [most, setMost] = useState(PAGE);
	return {
		most,
		more: (total) =>
			total > most ? (
				<Button onClick={() => setMost(most + PAGE)}>{t('list.more', { count: total - most })}</Button>
			) : null,
	};
};

interface Paged<Item> {
	readonly shown: readonly Item[];
	readonly more: ReactNode;
}

/** For a list that is there already. */
export const usePaged = <Item,>(items: readonly Item[]): Paged<Item> => {
	const { most, more } = useMore();
	return { shown: items.slice(0, most), more: more(items.length) };
};
