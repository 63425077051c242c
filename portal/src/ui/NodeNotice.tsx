/** Tells when the node cannot be reached, or is of another chain. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Link } from '../chain/session.ts';
import { useTexts } from '../i18n/i18n.ts';

interface Props extends Pick<Link<unknown>, 'status' | 'best'> {
	readonly url: string;
	/** What is said of a node of another chain. */
	readonly foreign: string;
}

export const NodeNotice = ({ status, url, best, foreign }: Props): ReactNode => {
	const { t } = useTexts();
	switch (status) {
		case 'connected':
			return null;
		case 'connecting':
			return <Alert type="info" data-node={status} role="status" title={t('node.connecting', { url })} />;
		case 'foreign':
			return <Alert type="error" data-node={status} role="alert" title={foreign} />;
		case 'lost':
			return (
				<Alert
					type="error"
					data-node={status}
					role="alert"
					title={best === undefined ? t('node.never', { url }) : t('node.lost', { url, best: best.number })}
				/>
			);
	}
};
