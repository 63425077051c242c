/** What the parts of the designer's form share. */
import type { Field } from '../../lib/check.ts';
import type { Draft } from '../../lib/draft.ts';

export interface FormProps {
	readonly draft: Draft;
	readonly change: (changes: Partial<Draft>) => void;
	/** The problem to show at a field, in words. */
	readonly errorOf: (field: Field) => string | undefined;
	/** Tells that a field was left, and may be called wrong from now on. */
	readonly touch: (field: Field) => void;
}
