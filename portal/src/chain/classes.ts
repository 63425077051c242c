/** Classes of points as the chain describes them. */
import type { Api } from './api.ts';

/** A chain that has points. */
export interface PointsApi {
	readonly view: { readonly Points: Pick<Api['view']['Points'], 'class' | 'quote_convert'> };
}

type ClassView = NonNullable<Awaited<ReturnType<Api['view']['Points']['class']>>>;

/** A class with its id and with its texts read. */
export interface ClassInfo extends ClassView {
	readonly id: number;
	readonly title: string;
	readonly unit: string;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The class with this id, as of a block. */
export const readClass = async (api: PointsApi, id: number, at = 'best'): Promise<ClassInfo | undefined> => {
	const view = await api.view.Points.class(id, { at });
	return view === undefined ? undefined : { ...view, id, title: text(view.name), unit: text(view.symbol) };
};
