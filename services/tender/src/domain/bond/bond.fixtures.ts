import { bondIdOf } from '../ids.js';
import type { TenderThen } from '../offers/tender-then.js';
import type { RequestBond } from './bond.commands.js';

export const TENDER_ID = '2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8091';
export const CONTRACT_ID = '5f2a7c1e-8b3d-5e4f-9a6b-7c8d9e0f1a2b';
export const PROJECT_ID = '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80';
export const BID_BOND_ID = bondIdOf('BID_BOND', TENDER_ID);
export const PERFORMANCE_BOND_ID = bondIdOf('PERFORMANCE_BOND', CONTRACT_ID);

export const SALESPERSON = { id: 'li-na', role: 'SALES' };
export const COMMERCE = { id: 'sun-li', role: 'COMMERCE' };
export const CASHIER = { id: 'qian-hui', role: 'FINANCE' };
export const LEADER = { id: 'chen-zong', role: 'COMPANY_LEADER' };

/** P1: the hospital, estimated at 750,000,000 fen. */
export const aTender: TenderThen = {
  tenderId: TENDER_ID,
  projectId: PROJECT_ID,
  leadId: PROJECT_ID,
  state: 'PREPARING',
  projectName: '临江市第二人民医院新院区中央空调',
  tenderNo: 'LJ-2025-018',
  tendereeName: '临江市第二人民医院',
  regime: 'BIDDING_LAW',
  mandatory: true,
  salespersonId: 'li-na',
  estimatedPriceFen: 750_000_000,
  bondRequiredFen: 15_000_000,
};

/** What a request says. */
export type AskedBond = Omit<RequestBond['data'], 'bondId'>;

/** By transfer, of 2 % of the estimate to the fen. */
export const cashRequest: AskedBond = {
  type: 'BID_BOND',
  refId: TENDER_ID,
  tender: aTender,
  amountFen: 15_000_000,
  instrument: 'CASH_TRANSFER',
  beneficiaryName: '临江市第二人民医院',
  neededBy: '2025-01-24',
};

/** By a guarantee of a bank, as long as the bid binds us. */
export const guaranteeRequest: AskedBond = {
  type: 'BID_BOND',
  refId: TENDER_ID,
  tender: aTender,
  amountFen: 15_000_000,
  instrument: 'BANK_GUARANTEE',
  issuer: '临江农商银行',
  beneficiaryName: '临江市第二人民医院',
  validUntil: '2025-04-27',
  neededBy: '2025-01-24',
  feeFen: 30_000,
  marginFen: 3_000_000,
};

/** Of a contract, which lives elsewhere. */
export const performanceRequest: AskedBond = {
  type: 'PERFORMANCE_BOND',
  refId: CONTRACT_ID,
  projectId: PROJECT_ID,
  contractTotalFen: 350_000_000,
  amountFen: 35_000_000,
  instrument: 'BANK_GUARANTEE',
  issuer: '临江农商银行',
  beneficiaryName: '临江市第二人民医院',
  validUntil: '2025-06-30',
};
