import { describe, expect, it } from 'vitest';
import { cardDocument, cardOfDocument, DEFAULT_CARD, inkOn, readCard } from '../src/lib/card.ts';

describe('cards', () => {
	it('are read back from their document', () => {
		const card = { background: '#5b2a86', accent: '#ffffff', pattern: 'dots', icon: 'cup' } as const;
		expect(cardOfDocument(cardDocument(card))).toEqual(card);
		const { icon, ...rest } = card;
		expect(cardDocument({ icon, ...rest })).toEqual(cardDocument(card));
	});

	it('take nothing from strangers but what is understood', () => {
		const strange = { background: 'url(javascript:x)', accent: '#FFF', pattern: '<b>', icon: 3, other: 'x' };
		expect(readCard(strange)).toEqual(DEFAULT_CARD);
		expect(cardOfDocument(new TextEncoder().encode('{"background":"brown"'))).toEqual(DEFAULT_CARD);
		expect(cardOfDocument(new Uint8Array([255, 254]))).toEqual(DEFAULT_CARD);
		expect(readCard(null)).toEqual(DEFAULT_CARD);
	});

	it('can be read on any background', () => {
		expect(inkOn('#000000')).toBe('#ffffff');
		expect(inkOn('#ffffff')).toBe('#000000');
		expect(inkOn('#ffe600')).toBe('#000000');
		expect(inkOn('#14532d')).toBe('#ffffff');
	});
});
