/** What may be wider or longer than there is room for, and is scrolled then, with the keyboard as well. */
import type { ReactNode } from 'react';

export const Scroll = ({ label, children }: { label: string; children: ReactNode }): ReactNode => (
	// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
	<section className="table" aria-label={label} tabIndex={0}>
		{children}
	</section>
);
