/** Files that the page writes. */

/** Has the browser save a JSON document as a file. */
export const save = (name: string, content: string): void => {
	const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
};
