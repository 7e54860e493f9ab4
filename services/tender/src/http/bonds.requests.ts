import { BusinessDate, Fen, Flag, Means, OneOf, Optional, PositiveFen, Reference, Text, Uuid } from '@engsales/http';
import {
  BOND_TYPES,
  CHASE_CHANNELS,
  INSTRUMENTS,
  RELEASE_BASES,
  type BondType,
  type ChaseChannel,
  type Instrument,
  type ReleaseBasis,
} from '../domain/bond/bond.values.js';

export class BondRequest {
  @Means('what it secures') @OneOf(BOND_TYPES) type!: BondType;
  @Means('tender of a bid bond, contract of any other one') @Uuid() refId!: string;
  @Means('project, where it is a bond of a contract') @Optional() @Uuid() projectId?: string;
  @Means('what the contract comes to, where it is known; a performance bond over 10 % of it is noted')
  @Optional()
  @Fen()
  contractTotalFen?: number;
  @Means('amount', 15_000_000) @PositiveFen() amountFen!: number;
  @Means('how it is given') @OneOf(INSTRUMENTS) instrument!: Instrument;
  @Means('bank or company that gives it; needed for a guarantee and a surety', '临江农商银行')
  @Optional()
  @Text(200)
  issuer?: string;
  @Means('who gets it', '临江市第二人民医院') @Text(200) beneficiaryName!: string;
  @Means('last day; needed for a guarantee and a surety', '2025-04-27')
  @Optional()
  @BusinessDate()
  validUntil?: string;
  @Means('when it is needed', '2025-01-24') @Optional() @BusinessDate() neededBy?: string;
  @Means('what the issuer takes for it', 30_000) @Optional() @Fen() feeFen?: number;
  @Means('what we deposit with the issuer', 3_000_000) @Optional() @Fen() marginFen?: number;
}

export class BondLodgingRequest {
  @Means('day on which it was given', '2025-01-20') @BusinessDate() lodgedOn!: string;
  @Means('receipt of the beneficiary', 'SJ-2025-011') @Reference() receiptRef!: string;
  @Means('number of the guarantee', 'BH-2025-0117') @Optional() @Reference() guaranteeNo?: string;
  @Means('last day, where it is not the one that was asked for') @Optional() @BusinessDate() validUntil?: string;
  @Means('whether the money came from our basic account (基本账户)', true)
  @Optional()
  @Flag()
  fromBasicAccount?: boolean;
}

export class BondExtensionRequest {
  @Means('the new last day', '2025-05-27') @BusinessDate() validUntil!: string;
  @Means('paper of the extension', 'BH-2025-0117-Z1') @Reference() docRef!: string;
}

export class BondAdjustmentRequest {
  @Means('amount that it now has', 16_000_000) @PositiveFen() amountFen!: number;
  @Means('paper of the change', 'BH-2025-0117-Z2') @Reference() docRef!: string;
}

export class BondReleaseDueRequest {
  @Means('why it is due back') @OneOf(RELEASE_BASES) basis!: ReleaseBasis;
  @Means('day on which it is due back', '2025-03-17') @BusinessDate() releaseDueOn!: string;
}

export class BondChasingRequest {
  @Means('how the beneficiary was asked') @OneOf(CHASE_CHANNELS) channel!: ChaseChannel;
  @Means('when', '2025-03-18') @BusinessDate() on!: string;
  @Means('day for which it was promised', '2025-03-25') @Optional() @BusinessDate() promiseDate?: string;
  @Means('what was said', '财务说下周二退回') @Text(2_000) note!: string;
}

export class BondReleaseRequest {
  @Means('what came back, without interest', 15_000_000) @PositiveFen() amountFen!: number;
  @Means('interest that came with it', 8_630) @Fen() interestFen!: number;
  @Means('when', '2025-03-18') @BusinessDate() on!: string;
  @Means('reference of the bank; this one or a paper', 'BANK-0318-1') @Optional() @Reference() bankRef?: string;
  @Means('paper with which a guarantee came back') @Optional() @Reference() docRef?: string;
}

export class BondConversionRequest {
  @Means('what becomes a part of the performance bond', 15_000_000) @PositiveFen() amountFen!: number;
  @Means('contract that it then secures') @Uuid() contractId!: string;
  @Means('when', '2025-03-10') @BusinessDate() on!: string;
  @Means('paper of the conversion', 'ZLY-2025-03') @Reference() docRef!: string;
}

export class BondForfeitureRequest {
  @Means('what the beneficiary keeps', 15_000_000) @PositiveFen() amountFen!: number;
  @Means('why', '放弃中标') @Text(2_000) reason!: string;
  @Means('paper of the beneficiary', 'HAN-2025-07') @Reference() docRef!: string;
  @Means('when', '2025-03-10') @BusinessDate() on!: string;
}
