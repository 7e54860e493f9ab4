import { foldedNumber, largerQuantity } from '@engsales/values';

/** A value by where it stands in the contract, told by ids and not by places in lists: `lines/L1/qty`. */
export type Content = ReadonlyMap<string, string>;

type Entry = Readonly<Record<string, unknown>>;

const WORKED_OUT = /^(lines|milestones)\/.*\/(amountFen|bps)$/;

const LINE = [
  ...['itemCode', 'name', 'spec', 'qty', 'uom', 'unitPrice', 'discountFen', 'amountFen', 'taxRateBps', 'fulfilment'],
  ...['requestedDate', 'committedDate', 'deliverTo'],
];
const MILESTONE = ['kind', 'amountFen', 'bps', 'trigger', 'date', 'netDays', 'netMonths', 'gate'];
const DOCUMENT = [
  ...['projectName', 'salespersonId', 'merchandiserId', 'operationMode', 'riskAssessmentId', 'writtenConsentRef'],
  ...['agreementId', 'rightsAndObligations'],
];
const NESTED = [
  ['customer', ['name', 'partyId']],
  ['source', ['type', 'id']],
  ['warrantyTerms', ['defectsLiabilityMonths', 'text']],
  ['penaltyTerms', ['lateDeliveryBpsPerDay', 'capBps']],
] as const;
const RECEIPT = ['amountFen', 'receivedOn', 'instrument', 'maturesOn'];
/** Goods bring these about, and only a person can have told the day of an import. */
const TOLD_BY_FILE = ['GOODS_READY', 'DISPATCHED', 'DELIVERED'];

const MOVES = [
  ['produced', 'qty', 'producedQty'],
  ['shipped', 'qty', 'shippedQty'],
  ['delivered', 'qty', 'deliveredQty'],
  ['installed', 'on', 'installedOn'],
  ['accepted', 'on', 'acceptedOn'],
] as const;

class Contents extends Map<string, string> {
  put(at: string, value: unknown): void {
    if (value === undefined || value === null || value === '') return;
    this.set(at, typeof value === 'string' ? decimalOf(value.trim()) : JSON.stringify(value));
  }

  takeFrom(entry: Entry | undefined, at: string, members: readonly string[]): void {
    for (const member of members) this.put(`${at}/${member}`, entry?.[member]);
  }
}

/** 1.50 and 1.5 are one number. */
const decimalOf = (text: string) => (/^\d+\.\d*0$/.test(text) ? text.replace(/\.?0+$/, '') : text);
const listOf = (of: Entry, name: string): readonly Entry[] => (of[name] as readonly Entry[] | undefined) ?? [];

/** What the request of a file says, and where in the request. */
export function contentOfFile(body: Entry): { content: Content; pointers: ReadonlyMap<string, string> } {
  const content = new Contents();
  const pointers = new Map<string, string>();
  const document = (body.document ?? {}) as Entry;
  content.put('signedOn', body.signedOn);
  content.put('projectId', body.projectId);
  documentOf(document, content);
  listOf(document, 'lines').forEach((line, i) => {
    const at = `lines/${String(line.lineId)}`;
    pointers.set(at, `/document/lines/${i}`);
    content.takeFrom(line, at, LINE);
  });
  listOf(document, 'paymentMilestones').forEach((milestone, i) => {
    const at = `milestones/${String(milestone.id)}`;
    pointers.set(at, `/document/paymentMilestones/${i}`);
    milestoneOf(milestone, at, content);
  });
  listOf(body, 'triggered').forEach(({ milestoneId, on }, i) => {
    pointers.set(`triggered/${String(milestoneId)}`, `/triggered/${i}`);
    const later = listOf(document, 'paymentMilestones').some((each) => each.id === milestoneId && endsLater(each));
    if (!later) content.put(`triggered/${String(milestoneId)}/on`, on);
  });
  listOf(body, 'receipts').forEach((receipt, i) => {
    pointers.set(`receipts/${foldedNumber(String(receipt.bankRef))}`, `/receipts/${i}`);
    receiptOf(receipt, content);
  });
  progressOfFile(body, content, pointers);
  return { content, pointers };
}

/** What the event of the import says. */
export function contentOfImport(data: Entry): Content {
  const content = new Contents();
  const document = (data.document ?? {}) as Entry;
  content.put('signedOn', data.signedOn);
  content.put('projectId', data.projectId);
  documentOf(document, content);
  for (const line of listOf(document, 'lines')) content.takeFrom(line, `lines/${String(line.lineId)}`, LINE);
  for (const milestone of listOf(data, 'milestones')) {
    milestoneOf(milestone, `milestones/${String(milestone.id)}`, content);
    if (milestone.triggeredBy === 'PERSON' && !endsLater(milestone))
      content.put(`triggered/${String(milestone.id)}/on`, milestone.triggeredOn);
  }
  for (const receipt of listOf(data, 'receipts')) receiptOf(receipt, content);
  for (const line of listOf(data, 'progress')) {
    const at = `progress/${String(line.lineId)}`;
    for (const qty of ['producedQty', 'shippedQty', 'deliveredQty']) putQuantity(content, `${at}/${qty}`, line[qty]);
    content.takeFrom(line, at, ['installedOn', 'acceptedOn']);
  }
  return content;
}

/** What a file may leave to the service to work out, or to be derived from its other days. */
export function isLeftOut(at: string, file: Content): boolean {
  if (at === 'projectId' || WORKED_OUT.test(at)) return true;
  const [, milestoneId] = /^triggered\/(.*)\/on$/.exec(at) ?? [];
  return milestoneId !== undefined && !TOLD_BY_FILE.includes(file.get(`milestones/${milestoneId}/trigger`) ?? '');
}

function documentOf(document: Entry, content: Contents): void {
  content.takeFrom(document, 'document', DOCUMENT);
  for (const [name, members] of NESTED) {
    content.takeFrom(document[name] as Entry | undefined, `document/${name}`, members);
  }
}

function milestoneOf(milestone: Entry, at: string, content: Contents): void {
  content.takeFrom(milestone, at, MILESTONE);
  const scope = milestone.scope as { mode?: unknown; lineIds?: readonly string[] } | undefined;
  content.put(`${at}/scope/mode`, scope?.mode);
  content.put(`${at}/scope/lineIds`, scope?.lineIds && [...scope.lineIds].sort().join(','));
}

/** A retention is triggered at the end of its period, not on the day that a file says. */
const endsLater = ({ kind, trigger }: Entry) => kind === 'RETENTION' && trigger === 'ACCEPTED';

function receiptOf(receipt: Entry, content: Contents): void {
  const at = `receipts/${foldedNumber(String(receipt.bankRef))}`;
  content.takeFrom(receipt, at, RECEIPT);
  const sums = new Map<string, number>();
  for (const { milestoneId, amountFen } of listOf(receipt, 'allocations')) {
    sums.set(String(milestoneId), (sums.get(String(milestoneId)) ?? 0) + Number(amountFen));
  }
  for (const [milestoneId, amountFen] of sums) content.put(`${at}/allocations/${milestoneId}/amountFen`, amountFen);
}

/** What was delivered has left, and what has left was made: the service completes it so. */
function progressOfFile(body: Entry, content: Contents, pointers: Map<string, string>): void {
  const quantities = (list: string) =>
    new Map(listOf(body, list).map(({ lineId, qty }) => [String(lineId), String(qty)]));
  const [produced, shipped, delivered] = [quantities('produced'), quantities('shipped'), quantities('delivered')];
  for (const lineId of new Set([...produced.keys(), ...shipped.keys(), ...delivered.keys()])) {
    const at = `progress/${lineId}`;
    const [made, here] = [produced.get(lineId), delivered.get(lineId) ?? '0'];
    const away = largerQuantity(shipped.get(lineId) ?? '0', here);
    putQuantity(content, `${at}/producedQty`, made && largerQuantity(made, away));
    putQuantity(content, `${at}/shippedQty`, away);
    putQuantity(content, `${at}/deliveredQty`, here);
  }
  for (const [list, name, member] of MOVES) {
    listOf(body, list).forEach((entry, i) => {
      const at = `progress/${String(entry.lineId)}`;
      pointers.set(at, `/${list}/${i}`);
      pointers.set(`${at}/${member}`, `/${list}/${i}/${name}`);
      if (name === 'on') content.put(`${at}/${member}`, entry.on);
    });
  }
}

/** Nothing of it is the same as no word of it. */
function putQuantity(content: Contents, at: string, qty: unknown): void {
  if (typeof qty === 'string' && !/^0(\.0*)?$/.test(qty)) content.put(at, qty);
}
