/** A button that has a file chosen. The browser's own control speaks the browser's language, not the page's. */
import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';

interface Props {
	readonly button: string;
	/** What the file is, if the button does not say it. */
	readonly label?: string;
	readonly name?: string;
	readonly accept?: string;
	readonly take: (file: File) => Promise<void>;
}

export const FileButton = ({ button, label, name, accept, take }: Props): ReactNode => {
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const control = (
		<>
			<Button aria-describedby={label === undefined ? undefined : id} onClick={() => input.current?.click()}>
				{button}
			</Button>
			<input
				ref={input}
				type="file"
				hidden
				name={name}
				accept={accept}
				aria-label={label ?? button}
				onChange={({ target }) => {
					const [file] = target.files ?? [];
					if (file !== undefined) {
						void take(file);
					}
					// So that the same file, once corrected, can be chosen again.
					target.value = '';
				}}
			/>
		</>
	);
	return label === undefined ? (
		control
	) : (
		<div className="file">
			<span id={id}>{label}</span> {control}
		</div>
	);
};
