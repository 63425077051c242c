/** A word beside a title that tells a state. */
import type { ReactNode } from 'react';

export const Tag = ({ kind, children }: { kind: 'good' | 'notice'; children: ReactNode }): ReactNode => (
	<span className={`tag ${kind}`}>{children}</span>
);
