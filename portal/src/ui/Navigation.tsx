/** Where to go: groups of pages, of which one is open at a time. */
import { type ReactNode, useId, useState } from 'react';
import type { GroupName, PageName } from '../App.tsx';
import { useTexts } from '../i18n/i18n.ts';

export type Menu = readonly { readonly name: GroupName; readonly pages: readonly PageName[] }[];

export const Navigation = ({ menu, page }: { menu: Menu; page: PageName }): ReactNode => {
	const { t } = useTexts();
	const id = useId();
	const [open, setOpen] = useState<GroupName>();
	const close = (): void => setOpen(undefined);
	return (
		<nav
			aria-label={t('nav.label')}
			onBlur={({ currentTarget, relatedTarget }) => {
				if (!currentTarget.contains(relatedTarget)) {
					close();
				}
			}}
			onKeyDown={({ key }) => {
				if (key === 'Escape') {
					close();
				}
			}}
		>
			<ul>
				{menu.map(({ name, pages }) => (
					<li key={name}>
						<button
							type="button"
							data-current={pages.includes(page)}
							aria-expanded={name === open}
							aria-controls={`${id}-${name}`}
							onClick={() => setOpen(name === open ? undefined : name)}
						>
							{t(`nav.group.${name}`)}
						</button>
						<ul id={`${id}-${name}`} hidden={name !== open}>
							{pages.map((one) => (
								<li key={one}>
									<a href={`#/${one}`} aria-current={one === page ? 'page' : undefined} onClick={close}>
										{t(`nav.${one}`)}
									</a>
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
		</nav>
	);
};
