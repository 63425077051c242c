/** What a path is played with. */
import type { Browser } from 'playwright-core';
import type { DevNode } from './node.ts';
import type { Language, Portal } from './page.ts';

export interface Stage {
	readonly browser: Browser;
	readonly url: string;
	/** Where the node serves RPC. */
	readonly rpc: string;
	/** The node, if it may be killed. */
	readonly node: DevNode | undefined;
	/** A node of a side chain, if there is what it takes to start one. */
	readonly side: DevNode | undefined;
	readonly folder: string;
	/** The seed of a customer that nobody has seen before, and its address. */
	readonly seed: Uint8Array;
	readonly customer: string;
	/** Plays one step; one that fails is shown and ends its path. */
	readonly step: (name: string, portal: Portal, play: () => Promise<void>) => Promise<void>;
	/** Takes a picture of the page, if pictures are wanted. */
	readonly shoot: (portal: Portal, name: string) => Promise<void>;
}

/** Steps that build on each other. */
export type Path = (stage: Stage, language: Language) => Promise<void>;

/** A phone's width in one of the languages, so that each page is seen at both widths. */
export const widthOf = (language: Language): number => (language === 'en' ? 1280 : 390);
