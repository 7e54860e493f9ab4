import { foldedNumber } from '@engsales/values';
import type { Refusal } from '../api-calls.js';
import type { Language } from '../language.js';
import type { Problems } from '../texts.js';
import type { ReadContract } from './contract-reader.js';
import { wordsOfDetails } from './refusal-words.js';
import type { RequestBody } from './request-body.js';

type Details = Refusal['details'];
type Entry = Readonly<Record<string, unknown>>;

/** What the service refuses, at the cells that it means where it says so, else at the row of the contract. */
export function addRefusal(refusal: Refusal, contract: ReadContract, problems: Problems, language: Language): void {
  const { code, detail, details, errors } = refusal;
  const { contractNo, request } = contract;
  const add = (pointer: string, words: string, said: string) =>
    problems.add(request.placeOf(pointer) ?? { row: 0 }, (t) => t.refused(code, words, said), { contractNo, code });
  for (const error of errors) add(error.pointer, error.detail, '');
  if (errors.length > 0) return;
  const milestones = Array.isArray(details.milestones) ? (details.milestones as Details[]) : [];
  for (const milestone of milestones) {
    add(pointerOf(code, milestone, request), detail, wordsOfDetails(milestone, language));
  }
  if (milestones.length > 0) return;
  add(pointerOf(code, details, request), detail, wordsOfDetails(details, language));
}

/** The rules of a contract name what they mean by pointers into its document, by ids, or by the value that is wrong. */
function pointerOf(code: string, details: Details, request: RequestBody): string {
  const { pointer } = details;
  if (typeof pointer === 'string') {
    const top = pointer.split('/')[1] ?? '';
    return Object.hasOwn(request.body, top) ? pointer : `/document${pointer}`;
  }
  const meant = MEANT.get(code)?.(details, request.body);
  return meant ?? byId(details, request.body);
}

/** Where a code is about something else than the line, milestone or receipt that it names. */
const MEANT = new Map<string, (details: Details, body: Entry) => string | undefined>([
  ['SIGNING_DATE_INVALID', () => '/signedOn'],
  ['CONTRACT_TERMS_REQUIRED', () => '/document/rightsAndObligations'],
  ['BUYOUT_RISK_ASSESSMENT_REQUIRED', () => '/document/riskAssessmentId'],
  ['BUYOUT_WRITTEN_CONSENT_REQUIRED', () => '/document/writtenConsentRef'],
  ['AGENCY_AGREEMENT_REQUIRED', () => '/document/agreementId'],
  ['DEPOSIT_OVER_20_PERCENT', (_details, body) => lastDeposit(body)],
  ['RECEIPT_EXCEEDS_CONTRACT', (_details, body) => `/receipts/${entriesOf(body, 'receipts').length - 1}/amountFen`],
  ['MILESTONE_NEVER_TRIGGERED', (details, body) => member(milestoneOf(details, body), 'trigger')],
  ['TRIGGER_DATE_MISSING', (details, body) => member(milestoneOf(details, body), 'trigger')],
  ['OVER_SHIPMENT', (details, body) => entryWith(body, ['produced', 'shipped', 'delivered'], details, 'qty')],
  ['DATE_BEFORE_SIGNING', (details, body) => entryWith(body, DATED, details, 'on')],
  [
    'DATE_IN_FUTURE',
    (details, body) => entryWith(body, DATED, details, 'on') ?? entryWith(body, ['receipts'], details, 'receivedOn'),
  ],
  ['DATE_BEFORE_RECEIPT', (details, body) => entryWith(body, ['receipts'], details, 'maturesOn')],
  ['ALLOCATION_EXCEEDS_RECEIPT', (details, body) => member(receiptOf(details, body), 'amountFen')],
  ['ALLOCATION_EXCEEDS_MILESTONE', lastAllocation],
  ['LINE_AMOUNT_MISMATCH', amountOfLine],
]);
const DATED = ['triggered', 'installed', 'accepted'];

/** The entry of a list that says the value and has the ids of the details. */
function entryWith(body: Entry, lists: readonly string[], details: Details, name: string): string | undefined {
  if (details[name] === undefined) return undefined;
  for (const list of lists) {
    const at = entriesOf(body, list).findIndex(
      (entry) =>
        entry[name] === details[name] &&
        ['lineId', 'milestoneId'].every((id) => details[id] === undefined || entry[id] === details[id]),
    );
    if (at >= 0) return `/${list}/${at}/${name}`;
  }
  return undefined;
}

/** Whatever is too much has come with the last of them. */
function lastAllocation({ milestoneId }: Details, body: Entry): string | undefined {
  return entriesOf(body, 'receipts')
    .flatMap((receipt, i) =>
      entriesOf(receipt, 'allocations').map(
        (entry, j) => [entry, `/receipts/${i}/allocations/${j}/amountFen`] as const,
      ),
    )
    .findLast(([entry]) => entry.milestoneId === milestoneId)?.[1];
}

function lastDeposit(body: Entry): string | undefined {
  const at = milestonesOf(body).findLastIndex(({ kind }) => kind === 'DEPOSIT');
  return at < 0 ? undefined : `/document/paymentMilestones/${at}/${milestonesOf(body)[at]?.bps ? 'bps' : 'amountFen'}`;
}

function amountOfLine(details: Details, body: Entry): string | undefined {
  return member(lineOf(details, body), 'discountFen' in details ? 'discountFen' : 'amountFen');
}

function receiptOf({ bankRef }: Details, body: Entry): string | undefined {
  if (typeof bankRef !== 'string') return undefined;
  const at = entriesOf(body, 'receipts').findIndex(
    (receipt) => foldedNumber(String(receipt.bankRef)) === foldedNumber(bankRef),
  );
  return at < 0 ? undefined : `/receipts/${at}`;
}

/** The cell of the id that is named. */
function byId(details: Details, body: Entry): string {
  return (
    member(lineOf(details, body), 'lineId') ??
    member(milestoneOf(details, body), 'id') ??
    member(receiptOf(details, body), 'bankRef') ??
    ''
  );
}

function lineOf({ lineId, unknown }: Details, body: Entry): string | undefined {
  const named = lineId ?? (Array.isArray(unknown) ? (unknown[0] as unknown) : undefined);
  const at = entriesOf((body.document ?? {}) as Entry, 'lines').findIndex((entry) => entry.lineId === named);
  return at < 0 ? undefined : `/document/lines/${at}`;
}

function milestoneOf({ milestoneId }: Details, body: Entry): string | undefined {
  const at = milestonesOf(body).findIndex(({ id }) => id === milestoneId);
  return at < 0 ? undefined : `/document/paymentMilestones/${at}`;
}

const milestonesOf = (body: Entry) => entriesOf((body.document ?? {}) as Entry, 'paymentMilestones');
const member = (pointer: string | undefined, name: string) => pointer && `${pointer}/${name}`;
const entriesOf = (of: Entry, list: string): readonly Entry[] => (of[list] as readonly Entry[] | undefined) ?? [];
