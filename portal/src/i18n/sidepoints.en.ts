/** The texts of redeeming points of a side chain in English. */
export const sidepointsEn = {
	'nav.sidepoints': 'Redeem points',
	'sidepoints.title': 'Redeem points of a side chain',
	'sidepoints.intro':
		'Points of a group merchant live on its side chain and are redeemed for BHTD on the main chain, at their guaranteed value. They go on hold until the main chain answers, as a rule in less than a minute. If it pays, they are gone; if it refuses, they are free again.',
	'sidepoints.node': 'Side chain',
	'sidepoints.address': 'Address of a node of the side chain',
	'sidepoints.address.help': 'The merchant says which nodes there are. This browser remembers your choice.',
	'sidepoints.foreign':
		'The node at {url} is not of a side chain on which points are redeemed, or of a version that this page does not know. A node of the main chain is not meant here.',
	'sidepoints.connected': '{chain}, number {id}, block {best}',
	'sidepoints.recognition.known': 'The main chain knows this chain under its number, with the same blocks.',
	'sidepoints.recognition.behind':
		'The main chain is ahead of this node, so they cannot be compared. The node may still be catching up.',
	'sidepoints.recognition.unknown':
		'The main chain has no side chain with this number. Redemptions from here are not answered while it has none.',
	'sidepoints.recognition.other':
		'The main chain has another side chain with the number {id}: its blocks are not those of this node. Nothing is redeemed here. Choose another node.',
	'sidepoints.free': 'Free there, in BHTD of that chain',
	'sidepoints.cover': 'What the main chain stands for',
	'sidepoints.noCover': 'The main chain stands for nobody’s points on this chain.',
	'sidepoints.figure.issuer': 'Whose points',
	'sidepoints.figure.confirmed': 'Confirmed by the main chain',
	'sidepoints.figure.used': 'Used by points in circulation',
	'sidepoints.figure.reserved': 'Being redeemed',
	'sidepoints.figure.left': 'Can still be redeemed now',
	'sidepoints.holdings': 'Your points there',
	'sidepoints.none': 'This account holds no points on {chain}.',
	'sidepoints.covered': 'Covered on the main chain',
	'sidepoints.convertible': 'Covered on the side chain only',
	'sidepoints.onMain': 'On the main chain: {amount}',
	'sidepoints.here': 'On the side chain: {amount}',
	'sidepoints.onlyHere':
		'The main chain does not stand for these points. They are converted into BHTD of their own chain.',
	'sidepoints.inPart': 'The main chain stands for {left} of it at present.',
	'sidepoints.convert': 'Convert into BHTD of the side chain',
	'sidepoints.redeem': 'Redeem on the main chain',
	'sidepoints.all': 'As many as possible',
	'sidepoints.field.points': 'Points',
	'sidepoints.field.beneficiary': 'Who is paid, on the main chain',
	'sidepoints.beneficiary.help':
		'The BHTD arrive there. What is left of the price of the message does as well.',
	'sidepoints.points.help': 'At most {most} now. One smallest unit stays with you.',
	'sidepoints.aboveFree': 'You hold {held}, of which one smallest unit must stay.',
	'sidepoints.get': 'The main chain pays {amount}, or nothing happens.',
	'sidepoints.message': 'The message costs {fee} on the side chain, besides the fee.',
	'sidepoints.obstacle.belowLeast': 'That brings {out}. The main chain pays {least} at least.',
	'sidepoints.obstacle.aboveCover': 'That brings {out}. The main chain stands for {left} more at present.',
	'sidepoints.obstacle.tooManyWait': 'Too many redemptions wait for an answer. Try again later.',
	'sidepoints.obstacle.noMessage': 'The side chain cannot send a message at present. Try again later.',
	'sidepoints.sending': 'Redeem {amount}',
	'sidepoints.pending': 'Not answered yet',
	'sidepoints.pending.none': 'Nothing waits for an answer.',
	'sidepoints.pending.title': 'Redemption {number}: {points}',
	'sidepoints.pending.to': 'Brings {amount} to {beneficiary}',
	'sidepoints.pending.since': 'Asked {since} ago.',
	'sidepoints.pending.sinceRetry': 'Asked again {since} ago; the answer to that counts.',
	'sidepoints.pending.left': 'If no answer comes, the main chain can be asked again in {left}.',
	'sidepoints.pending.overdue':
		'The answer is overdue. Ask again: the number is the same, so it is paid once.',
	'sidepoints.action.retry': 'Ask again',
	'sidepoints.ended': 'Answered while this page is open',
	'sidepoints.ended.Redeemed':
		'Redemption {number}, block {block}: the main chain pays {amount} for {points}, or has put it into its queue.',
	'sidepoints.ended.Refused':
		'Redemption {number}, block {block}: the main chain refuses; the points are free again. {reason}',
	'sidepoints.noReason': 'It does not say why.',
} as const;

/** What the errors of side chains alone mean. */
export const sideErrorsEn = {
	'Redemption.NoIssuer': 'The main chain stands for nobody’s points on this chain.',
	'Redemption.ClassNotCovered': 'The main chain does not stand for these points.',
	'Redemption.BelowMinOut': 'The points are worth less than was asked for.',
	'Redemption.BelowLeastRedemption': 'The points are worth less than the main chain pays at least.',
	'Redemption.NotCoveredThere':
		'The main chain does not stand for so much at present. The points may still be converted here.',
	'Redemption.NotCoveredHere':
		'The margin on the side chain does not cover this. The points may still be redeemed on the main chain.',
	'Redemption.InsufficientPoints': 'The account has fewer free points, besides the unit that must stay.',
	'Redemption.TooManyPending': 'Too many redemptions wait for an answer. Try again later.',
	'Redemption.RedemptionNotFound': 'There is no such redemption, or it was answered.',
	'Redemption.AnswerMayCome': 'The main chain may still answer. Wait before asking again.',
	'Redemption.UnknownQuery': 'Nothing was asked, or something else since.',
	'Redemption.NotIssuer': 'Only whose points the main chain stands for may do this.',
	'Redemption.AlreadyConfirmed': 'The main chain has confirmed the same.',
	'Redemption.CoverInUse': 'Points rely on what the main chain has confirmed, or are being redeemed.',
	'Redemption.DeclarationPending': 'An earlier declaration may still be answered.',
	'Redemption.AlreadyIssuer': 'The main chain stands for the points of this account already.',
	'PolkadotXcm.SendFailure': 'The message to the main chain could not be sent. Try again later.',
	'PolkadotXcm.FeesNotMet': 'The account cannot pay for the message to the main chain.',
} as const;
