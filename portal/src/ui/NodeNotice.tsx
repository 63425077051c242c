/** Tells when the node cannot be reached, or is of another chain. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useChain } from './chain.tsx';

export const NodeNotice = (): ReactNode => {
	const { t } = useTexts();
	const { status, url, best } = useChain();
	switch (status) {
		case 'connected':
			return null;
		case 'connecting':
			return <Alert type="info" data-node={status} role="status" title={t('node.connecting', { url })} />;
		case 'foreign':
			return <Alert type="error" data-node={status} role="alert" title={t('node.foreign', { url })} />;
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
