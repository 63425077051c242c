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
import { follow, type Link, type Session } from '../chain/session.ts';
import { callKey, type Trial, tryCall } from '../chain/trial.ts';

export interface Chain extends Link {
	readonly url: string;
	readonly account: Account | undefined;
	readonly choose: (account: Account | undefined) => void;
}

const START: Link = { status: 'connecting', session: undefined, best: undefined, finalised: undefined };

const ChainContext = createContext<Chain>({ ...START, url: '', account: undefined, choose: () => undefined });

export const useChain = (): Chain => useContext(ChainContext);

export const ChainProvider = ({ url, children }: { url: string; children: ReactNode }): ReactNode => {
	const [link, setLink] = useState(START);
	const [account, choose] = useState<Account>();
	useEffect(() => {
		setLink(START);
		return follow(url, setLink);
	}, [url]);
	const chain = useMemo(() => ({ ...link, url, account, choose }), [link, url, account]);
	return <ChainContext value={chain}>{children}</ChainContext>;
};

/**
 * Reads of the chain, and again with every new block. While a new answer is on its way, and while the node is
 * lost, the former one stays; if `key`, which says what is asked, changes, it does not.
 */
export const useRead = <Value,>(
	key: string,
	read: (session: Session) => Promise<Value>,
): Value | undefined => {
	const { session, best } = useChain();
	const [found, setFound] = useState<{ key: string; session: Session; value: Value }>();
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

/** What a call of the account in use would do, asked again with every block. */
export const useTrial = (call: Call | undefined, proceeds?: bigint): Trial => {
	const { account } = useChain();
	const who = account?.address;
	const asked = call !== undefined && who !== undefined;
	const trial = useRead<Trial>(`${who} ${callKey(call)} ${proceeds}`, async (session) =>
		asked ? tryCall(session, call, who, proceeds) : { state: 'none' },
	);
	return asked ? (trial ?? { state: 'checking' }) : { state: 'none' };
};
