/** The side chain that the page is about: a link to a node of it, and reads that follow its blocks. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { follow, type Link, NO_LINK } from '../../chain/session.ts';
import { openSide, type SideSession } from '../../chain/side.ts';
import { SigningContext, useChain, useReadOf } from '../../ui/chain.tsx';

type Side = Link<SideSession>;

const SideContext = createContext<Side>(NO_LINK);

export const useSide = (): Side => useContext(SideContext);

/** Reads of the side chain, as `useRead` does of the main chain. */
export const useSideRead = <Value,>(
	key: string,
	read: (session: SideSession) => Promise<Value>,
): Value | undefined => useReadOf(useSide(), key, read);

/** What is inside is about the side chain of the node at `url`, and signs on it. */
export const SideProvider = ({ url, children }: { url: string; children: ReactNode }): ReactNode => {
	const { account } = useChain();
	const [link, setLink] = useState<Side>(NO_LINK);
	useEffect(() => {
		setLink(NO_LINK);
		return follow(url, openSide, setLink);
	}, [url]);
	const signing = useMemo(() => ({ ...link, session: link.session?.signing, account }), [link, account]);
	return (
		<SideContext value={link}>
			<SigningContext value={signing}>{children}</SigningContext>
		</SideContext>
	);
};
