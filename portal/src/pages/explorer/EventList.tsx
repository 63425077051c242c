/** What happened in a block, or about something, in words. */
import type { ReactNode } from 'react';
import type { BlockEvent } from '../../chain/blocks.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { isRoutine, plainHappening } from '../../lib/happenings.ts';
import { useWords } from './useWords.ts';

const phaseText = (t: ReturnType<typeof useTexts>['t'], phase: BlockEvent['phase']): string =>
	phase.type === 'ApplyExtrinsic' ? t('explorer.transaction', { index: phase.value }) : t('explorer.itself');

/** Events with what tells them apart: the place they have in their block. */
export interface Placed {
	readonly place: string;
	readonly event: BlockEvent;
	/** The block, if they are of several. */
	readonly block?: number;
}

export const placed = (events: readonly BlockEvent[]): Placed[] =>
	events
		.map((event, index) => ({ place: String(index), event }))
		.filter(({ event }) => !isRoutine(event.event));

export const EventList = ({ events }: { events: readonly Placed[] }): ReactNode => {
	const { t } = useTexts();
	const words = useWords();
	if (events.length === 0) {
		return <p>{t('explorer.quiet')}</p>;
	}
	return (
		<ol className="events">
			{events.map(({ place, event, block }) => (
				<li key={place} data-event={`${event.event.type}.${event.event.value.type}`}>
					{words(event.event)}{' '}
					<small title={plainHappening(event.event)}>
						{block !== undefined && (
							<>
								<a href={`#/explorer?${block}`}>{t('explorer.inBlock', { number: block })}</a>
								{' · '}
							</>
						)}
						{phaseText(t, event.phase)}
					</small>
				</li>
			))}
		</ol>
	);
};
