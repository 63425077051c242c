/** Catches what goes wrong while a page is drawn, so that the rest stays. */
import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../i18n/i18n.ts';

const Report = ({ reason }: { reason: string }): ReactNode => {
	const { t } = useTexts();
	return (
		<Alert
			type="error"
			title={t('app.failed', { reason })}
			action={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
		/>
	);
};

export class Failure extends Component<{ children: ReactNode }, { reason: string | undefined }> {
	override state: { reason: string | undefined } = { reason: undefined };

	static getDerivedStateFromError(error: unknown): { reason: string } {
		return { reason: error instanceof Error ? error.message : String(error) };
	}

	override render(): ReactNode {
		return this.state.reason === undefined ? this.props.children : <Report reason={this.state.reason} />;
	}
}
