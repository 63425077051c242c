/** Which field is to be changed when the chain refuses a draft. */
import type { Refusal } from '../../chain/errors.ts';
import type { Field } from '../../lib/check.ts';

const FIELDS: Readonly<Record<string, Field>> = {
	'Points.NameMissing': 'name',
	'Points.NameNotUtf8': 'name',
	'Points.TooManyDecimals': 'decimals',
	'Points.SupplyIsZero': 'supply',
	'Points.SupplyTooLarge': 'supply',
	'Points.FloorIsZero': 'floor',
	'Points.LiabilityTooLarge': 'floor',
	'Points.KindNotOffered': 'kind',
	'Points.ScopeNotOffered': 'scope',
	'Points.NotActiveMerchant': 'margin',
	'Margin.BelowMinimum': 'margin',
	'Margin.ZeroAmount': 'margin',
	'Margin.ExitPending': 'margin',
	'Token.FundsUnavailable': 'margin',
	'Token.CannotCreateHold': 'margin',
	'Balances.InsufficientBalance': 'margin',
	'Arithmetic.Underflow': 'margin',
	'Store.RuleEarnsNothing': 'rate',
	'Store.RuleIsOver': 'until',
	'Store.MultiplierTooHigh': 'multipliers',
	'Store.DuplicateCategory': 'multipliers',
};

export const fieldOf = ({ name }: Refusal): Field | undefined => FIELDS[name];
