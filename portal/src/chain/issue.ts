/**
 * The calls that issue a class. They depend on the draft and its context alone: whoever has both, with or
 * without a node, gets the same bytes.
 */
import { Enum } from 'polkadot-api';
import { hex } from '../lib/bytes.ts';
import type { Issue, RuleTerms } from '../lib/check.ts';
import type { Context } from '../lib/draft.ts';
import { type Call, call, type OfflineApi } from './api.ts';

const MERCHANT = Enum('Merchant');

const marginCalls = (issue: Issue, merchant: boolean): Call[] => {
	const { margin: amount, profile } = issue;
	if (!merchant) {
		return [call('Margin', 'register', { role: MERCHANT, amount, profile })];
	}
	return amount === 0n ? [] : [call('Margin', 'top_up', { role: MERCHANT, amount })];
};

const ruleCall = (classId: number, rule: RuleTerms): Call =>
	call('Store', 'set_rule', {
		class: classId,
		rule: {
			rate: rule.rate,
			bonus: rule.bonus,
			multipliers: rule.multipliers,
			cap_per_order: rule.capPerOrder,
			cap_per_day: rule.capPerDay,
			budget: rule.budget,
			from: rule.from,
			until: rule.until,
		},
	});

/** Everything that one signature does: margin, class, receipt book and earning rule, all or nothing. */
export const issueCalls = (issue: Issue, context: Context): Call[] => {
	const { name, symbol, decimals, supply, floor, design } = issue;
	const [kind, scope] = [Enum(issue.kind), Enum(issue.scope)];
	return [
		...marginCalls(issue, context.merchant),
		call('Points', 'create_class', { name, symbol, decimals, supply, floor, kind, scope, design }),
		...(issue.book ? [call('Points', 'open_receipt_book', undefined)] : []),
		...(issue.rule === undefined ? [] : [ruleCall(context.classId, issue.rule)]),
	];
};

/** The call that makes all of `calls`, or none if one fails. */
export const batchOf = (calls: Call[]): Call => call('Utility', 'batch_all', { calls });

/** The encoded batch of the calls, as hexadecimal digits: what is signed. */
export const encodeBatch = (api: OfflineApi, calls: Call[]): string =>
	hex(api.tx.Utility.batch_all({ calls }).encodedData);
