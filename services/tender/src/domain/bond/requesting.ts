import {
  authorsOf,
  refuseSelfApproval,
  Rejected,
  type FoldOf,
  type Issued,
  type Issuer,
  type RulesOf,
} from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import { refuseUnlessTenderIn } from '../offers/tender-then.js';
import { ApproveBond, CancelBond, RefuseBond, RequestBond, type RequestingCommand } from './bond.commands.js';
import type { BondEvent, BondRequested, RequestingEvent } from './bond.events.js';
import { bondRecord, subjectRecord, type BondSubject } from './bond-record.js';
import { exists, type Bond, type ExistingBond } from './bond.state.js';
import { expires, STANDING } from './bond.values.js';
import { NOTHING_YET } from './nothing-yet.js';
import { warningsOfAmount } from './bond-warnings.js';

const standing: readonly string[] = STANDING;

/** Money or a guarantee leaves the house only after somebody else than its author has agreed. */
export const requestingRules = {
  RequestBond: {
    command: RequestBond,
    in: ['NONE', 'REFUSED', 'CANCELLED', 'RELEASED', 'CONVERTED', 'FORFEITED', 'EXPIRED'],
    otherwise: (state: string) => (standing.includes(state) ? 'DUPLICATE_BOND' : undefined),
    decide: requestBond,
  },
  ApproveBond: { command: ApproveBond, in: ['REQUESTED'], decide: approveBond },
  RefuseBond: { command: RefuseBond, in: ['REQUESTED'], decide: refuseBond },
  CancelBond: { command: CancelBond, in: ['REQUESTED', 'APPROVED'], decide: cancelBond },
} satisfies RulesOf<RequestBond, Bond, BondEvent> &
  RulesOf<Exclude<RequestingCommand, RequestBond>, ExistingBond, BondEvent>;

export const requestingFold = {
  BondRequested: (_before, data) => ({
    ...NOTHING_YET,
    state: data.state,
    bondId: data.bondId,
    requestNo: data.requestNo,
    type: data.type,
    refType: data.refType,
    refId: data.refId,
    projectId: data.projectId,
    leadId: data.leadId,
    projectName: data.projectName,
    tenderNo: data.tenderNo,
    regime: data.regime,
    mandatory: data.mandatory,
    salespersonId: data.salespersonId,
    estimatedPriceFen: data.estimatedPriceFen,
    contractTotalFen: data.contractTotalFen,
    instrument: data.instrument,
    issuer: data.issuer,
    beneficiaryName: data.beneficiaryName,
    validUntil: data.validUntil,
    neededBy: data.neededBy,
    feeFen: data.feeFen,
    marginFen: data.marginFen,
    amountFen: data.amountFen,
    requestedBy: data.by,
    requestedOnBehalfOf: data.onBehalfOf,
    requestedOn: data.requestedOn,
    warnings: data.warnings,
  }),
  BondApproved: (bond, { state, by, approvedOn }) => ({ ...bond, state, approvedBy: by, approvedOn }),
  BondRefused: (bond, { state, reason }) => ({ ...bond, state, reason }),
  BondCancelled: (bond, { state, reason }) => ({ ...bond, state, reason }),
} satisfies FoldOf<BondRequested, Bond, ExistingBond> & FoldOf<Exclude<RequestingEvent, BondRequested>, ExistingBond>;

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION of the tender, BOND_ISSUER_REQUIRED, BOND_VALIDITY_REQUIRED */
function requestBond({ data, issued }: RequestBond, before: Bond): BondEvent[] {
  const { bondId, type, refId, amountFen, instrument, issuer, validUntil, neededBy, feeFen, marginFen } = data;
  const subject = subjectOf(data, issued.by);
  if (expires(instrument) && issuer === undefined) {
    throw new Rejected('BOND_ISSUER_REQUIRED', `a ${instrument} names who gives it`, { instrument });
  }
  if (expires(instrument) && validUntil === undefined) {
    throw new Rejected('BOND_VALIDITY_REQUIRED', `a ${instrument} has a last day`, { instrument });
  }
  const bond = {
    ...NOTHING_YET,
    state: 'REQUESTED' as const,
    bondId,
    requestNo: exists(before) ? before.requestNo + 1 : 1,
    type,
    refType: type === 'BID_BOND' ? ('TENDER' as const) : ('CONTRACT' as const),
    refId,
    projectId: subject.projectId,
    leadId: subject.leadId,
    projectName: subject.projectName,
    tenderNo: subject.tenderNo,
    amountFen,
    instrument,
    issuer,
    validUntil,
  };
  return [
    {
      type: 'BondRequested',
      data: {
        ...bondRecord(bond, issued),
        ...subjectRecord(subject),
        neededBy,
        feeFen,
        marginFen,
        onBehalfOf: issued.by.onBehalfOf,
        requestedOn: issued.today,
        warnings: warningsOfAmount({ type, ...subject }, amountFen),
      },
    },
  ];
}

type Subject = BondSubject & Pick<ExistingBond, 'projectId' | 'leadId' | 'projectName' | 'tenderNo'>;

/** A tender says what its bond is for; a contract lives in another service, and is named alone. */
function subjectOf(data: RequestBond['data'], by: Issuer): Subject {
  const { beneficiaryName } = data;
  if (data.type !== 'BID_BOND') {
    const { projectId, contractTotalFen } = data;
    const salespersonId = by.role === 'SALES' ? by.id : undefined;
    return { projectId, contractTotalFen, regime: 'BIDDING_LAW', mandatory: false, salespersonId, beneficiaryName };
  }
  const found = refuseUnlessTenderIn(['PUBLISHED', 'PREPARING'], data.refId, data.tender);
  const { projectId, leadId, projectName, tenderNo, regime, mandatory, salespersonId, estimatedPriceFen } = found;
  return {
    projectId,
    leadId,
    projectName,
    tenderNo,
    regime,
    mandatory,
    salespersonId,
    estimatedPriceFen,
    beneficiaryName,
  };
}

/** @throws Rejected SELF_APPROVAL, BOND_NEEDS_LEADER {amountFen, limitFen} */
function approveBond({ issued }: ApproveBond, bond: ExistingBond): BondEvent[] {
  const { amountFen, requestedBy, requestedOnBehalfOf } = bond;
  refuseSelfApproval(issued.by, authorsOf({ by: requestedBy, onBehalfOf: requestedOnBehalfOf }));
  const { bondLeaderFen: limitFen } = companySettings(issued);
  if (amountFen > limitFen && !isLeader(issued.by)) {
    throw new Rejected('BOND_NEEDS_LEADER', `${amountFen} fen need a leader`, { amountFen, limitFen });
  }
  const record = bondRecord(bond, issued, { state: 'APPROVED' });
  return [{ type: 'BondApproved', data: { ...record, approvedOn: issued.today } }];
}

/** Whoever has both roles acts as the cashier by the order of roles, and is a leader all the same. */
const isLeader = ({ role, roles = [role] }: Issuer): boolean => roles.includes('COMPANY_LEADER');

function refuseBond({ data: { reason }, issued }: RefuseBond, bond: ExistingBond): BondEvent[] {
  const record = bondRecord(bond, issued, { state: 'REFUSED' });
  return [{ type: 'BondRefused', data: { ...record, reason, refusedOn: issued.today } }];
}

function cancelBond({ data: { reason }, issued }: CancelBond, bond: ExistingBond): BondEvent[] {
  return [cancelledBond(bond, { reason }, issued)];
}

/** A bond that is not out of the house is given up. */
export const cancelledBond = (
  bond: ExistingBond,
  { reason, cause }: Pick<CancelledData, 'reason' | 'cause'>,
  issued: Issued,
): BondEvent => ({
  type: 'BondCancelled',
  data: { ...bondRecord(bond, issued, { state: 'CANCELLED' }), reason, cause, cancelledOn: issued.today },
});

type CancelledData = Extract<BondEvent, { readonly type: 'BondCancelled' }>['data'];
