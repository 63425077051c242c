/** The chain as components see it: a link to the node, the account in use, and reads that follow the blocks. */
import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useEffectEvent,
	useMemo,
	useState,
} from 'react';
import type { Account } from '../chain/accounts.ts';
import type { Call } from '../chain/api.ts';
import { follow, type Link, NO_LINK, openMain, type Session, type SigningSession } from '../chain/session.ts';
import { callKey, type Trial, tryCall } from '../chain/trial.ts';

export interface Chain extends Link {
	readonly url: string;
	readonly account: Account | undefined;
	readonly choose: (account: Account | undefined) => void;
}

const ChainContext = createContext<Chain>({
	...NO_LINK,
	url: '',
	account: undefined,
	choose: () => undefined,
});

/** The main chain. */
export const useChain = (): Chain => useContext(ChainContext);

/** A chain that something is signed on, and who signs. */
export interface Signing extends Link<SigningSession> {
	readonly account: Account | undefined;
}

/** Parts of a page that are about a side chain have another one. */
export const SigningContext = createContext<Signing>({ ...NO_LINK, account: undefined });

/** The chain that what is entered here is signed on. */
export const useSigning = (): Signing => useContext(SigningContext);

export const ChainProvider = ({ url, children }: { url: string; children: ReactNode }): ReactNode => {
	const [link, setLink] = useState<Link>(NO_LINK);
	const [account, choose] = useState<Account>();
	useEffect(() => {
		setLink(NO_LINK);
		return follow(url, openMain, setLink);
	}, [url]);
	const chain = useMemo(() => ({ ...link, url, account, choose }), [link, url, account]);
	return (
		<ChainContext value={chain}>
			<SigningContext value={chain}>{children}</SigningContext>
		</ChainContext>
	);
};

/**
 * Reads of a chain, and again with every new block. While a new answer is on its way, and while the node is
 * lost, the former one stays; if `key`, which says what is asked, changes, it does not.
 */
export const useReadOf = <Found, Value>(
	{ session, best }: Pick<Link<Found>, 'session' | 'best'>,
	key: string,
	read: (session: Found) => Promise<Value>,
): Value | undefined => {
	const [found, setFound] = useState<{ key: string; session: Found; value: Value }>();
	const run = useEffectEvent(read);
	const hash = best?.hash;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the hash is what makes it read again
	useEffect(() => {
		if (session === undefined) {
			return;
		}
		let wanted = true;
		run(session).then(
			(value) => {
				if (wanted) {
					setFound({ key, session, value });
				}
			},
			(error: unknown) => console.warn('a read failed; the next block brings another try', error),
		);
		return () => {
			wanted = false;
		};
	}, [session, hash, key]);
	return found?.key === key && found.session === session ? found.value : undefined;
};

/** Reads of the main chain, as {@link useReadOf} does. */
export const useRead = <Value,>(key: string, read: (session: Session) => Promise<Value>): Value | undefined =>
	useReadOf(useChain(), key, read);

/** What a call of the account in use would do, asked again with every block. */
export const useTrial = (call: Call | undefined, proceeds?: bigint): Trial => {
	const signing = useSigning();
	const who = signing.account?.address;
	const asked = call !== undefined && who !== undefined;
	const trial = useReadOf<SigningSession, Trial>(
		signing,
		`${who} ${callKey(call)} ${proceeds}`,
		async (session) => (asked ? tryCall(session, call, who, proceeds) : { state: 'none' }),
	);
	return asked ? (trial ?? { state: 'checking' }) : { state: 'none' };
};
