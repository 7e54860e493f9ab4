import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BeginRoute, CommandRoute, Id, NoBody } from '@engsales/http';
import {
  AdjustBond,
  ApproveBond,
  CancelBond,
  ChaseBond,
  ConfirmBondRelease,
  ConvertBond,
  ExtendBond,
  ForfeitBond,
  LodgeBond,
  MarkBondReleaseDue,
  RefuseBond,
  RequestBond,
} from '../domain/bond/bond.commands.js';
import { bondIdOf } from '../domain/ids.js';
import {
  BondAdjustmentRequest,
  BondChasingRequest,
  BondConversionRequest,
  BondExtensionRequest,
  BondForfeitureRequest,
  BondLodgingRequest,
  BondReleaseDueRequest,
  BondReleaseRequest,
  BondRequest,
} from './bonds.requests.js';
import { ReasonRequest } from './reason.requests.js';

/** Bonds and guarantees (保证金、保函). */
@ApiTags('bonds')
@Controller('api/v1/bonds')
export class RequestBondController {
  /**
   * Asks for a bond · 申请保证金/保函
   * A tender has one bid bond, a contract one bond of each other type: the id follows from both.
   */
  @BeginRoute(RequestBond, {}, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE', 'FINANCE')
  requestBond(@Body() body: BondRequest) {
    return {
      bondId: bondIdOf(body.type, body.refId),
      type: body.type,
      refId: body.refId,
      projectId: body.projectId,
      contractTotalFen: body.contractTotalFen,
      amountFen: body.amountFen,
      instrument: body.instrument,
      issuer: body.issuer,
      beneficiaryName: body.beneficiaryName,
      validUntil: body.validUntil,
      neededBy: body.neededBy,
      feeFen: body.feeFen,
      marginFen: body.marginFen,
    };
  }
}

/** One bond, from its approval to the day on which nothing is left of it. */
@ApiTags('bonds')
@Controller('api/v1/bonds/:bondId')
export class BondCommandsController {
  /** Approves a bond · 批准保证金/保函 */
  @CommandRoute(ApproveBond, 'FINANCE', 'COMPANY_LEADER')
  approveBond(@Id('bondId') bondId: string, @Body() _body: NoBody) {
    return { bondId };
  }

  /** Refuses a bond · 驳回保证金/保函 */
  @CommandRoute(RefuseBond, 'FINANCE', 'COMPANY_LEADER')
  refuseBond(@Id('bondId') bondId: string, @Body() { reason }: ReasonRequest) {
    return { bondId, reason };
  }

  /** Gives up a bond that is not lodged · 取消保证金/保函 */
  @CommandRoute(CancelBond, 'COMMERCE', 'FINANCE')
  cancelBond(@Id('bondId') bondId: string, @Body() { reason }: ReasonRequest) {
    return { bondId, reason };
  }

  /** Records that a bond was lodged · 登记缴纳/提交 */
  @CommandRoute(LodgeBond, 'FINANCE')
  lodgeBond(@Id('bondId') bondId: string, @Body() body: BondLodgingRequest) {
    const { lodgedOn, receiptRef, guaranteeNo, validUntil, fromBasicAccount } = body;
    return { bondId, lodgedOn, receiptRef, guaranteeNo, validUntil, fromBasicAccount };
  }

  /** Records that a bond is valid for longer · 登记展期 */
  @CommandRoute(ExtendBond, 'COMMERCE', 'FINANCE')
  extendBond(@Id('bondId') bondId: string, @Body() { validUntil, docRef }: BondExtensionRequest) {
    return { bondId, validUntil, docRef };
  }

  /** Records another amount of a bond · 登记金额变更 */
  @CommandRoute(AdjustBond, 'COMMERCE', 'FINANCE')
  adjustBond(@Id('bondId') bondId: string, @Body() { amountFen, docRef }: BondAdjustmentRequest) {
    return { bondId, amountFen, docRef };
  }

  /**
   * Says when a bond is due back · 登记应退日
   * What happens to the tender and to the contract says it by itself; this is for the rest, and for corrections.
   */
  @CommandRoute(MarkBondReleaseDue, 'COMMERCE', 'FINANCE')
  markBondReleaseDue(@Id('bondId') bondId: string, @Body() { basis, releaseDueOn }: BondReleaseDueRequest) {
    return { bondId, basis, releaseDueOn };
  }

  /** Records that the beneficiary was asked for a bond · 登记催退 */
  @CommandRoute(ChaseBond, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE', 'FINANCE')
  chaseBond(@Id('bondId') bondId: string, @Body() { channel, on, promiseDate, note }: BondChasingRequest) {
    return { bondId, channel, on, promiseDate, note };
  }

  /** Records what came back of a bond · 登记退还 */
  @CommandRoute(ConfirmBondRelease, 'FINANCE')
  confirmBondRelease(@Id('bondId') bondId: string, @Body() body: BondReleaseRequest) {
    const { amountFen, interestFen, on, bankRef, docRef } = body;
    return { bondId, amountFen, interestFen, on, bankRef, docRef };
  }

  /** Makes a bid bond the performance bond of the contract · 转履约保证金 */
  @CommandRoute(ConvertBond, 'FINANCE')
  convertBond(@Id('bondId') bondId: string, @Body() { amountFen, contractId, on, docRef }: BondConversionRequest) {
    return { bondId, amountFen, contractId, on, docRef };
  }

  /** Records what the beneficiary keeps of a bond · 登记不予退还 */
  @CommandRoute(ForfeitBond, 'FINANCE')
  forfeitBond(@Id('bondId') bondId: string, @Body() { amountFen, reason, docRef, on }: BondForfeitureRequest) {
    return { bondId, amountFen, reason, docRef, on };
  }
}
