/** Figures with their names. */
import type { ReactNode } from 'react';

export interface Figure {
	readonly name: string;
	readonly label: string;
	readonly value: ReactNode;
}

export const Figures = ({ figures }: { figures: readonly Figure[] }): ReactNode => (
	<dl className="figures">
		{figures.map(({ name, label, value }) => (
			<div key={name} data-figure={name}>
				<dt>{label}</dt>
				<dd>{value}</dd>
			</div>
		))}
	</dl>
);
