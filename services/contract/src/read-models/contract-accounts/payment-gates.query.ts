import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { accountPage, contractColumns, type AccountFilter } from './account-list.js';

export class GetPaymentGates {
  constructor(readonly filter: AccountFilter & { readonly may?: 'RELEASE' | 'DISPATCH' }) {}
}

const ACCEPTED = ['IN_EXECUTION', 'COMPLETED'];

/** What may be released to production and what may be dispatched now, as far as form and money go? */
@QueryHandler(GetPaymentGates)
export class GetPaymentGatesHandler implements IQueryHandler<GetPaymentGates> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter }: GetPaymentGates) {
    const today = this.runtime.process.clock.today();
    const gate = filter.may === 'DISPATCH' ? 'dispatch' : 'release';
    const passable = `state = ANY($6) AND (${gate}_gate = 'OPEN' OR ${gate}_gate = 'OVERRIDDEN' AND ${gate}_until >= $7::date)`;
    const condition = filter.may ? { sql: passable, values: [ACCEPTED, today] } : { sql: 'true', values: [] };
    return accountPage(this.database, this.reads, filter, condition, (row) => {
      const release = gateToday(row.releaseGate, row.releaseUntil, today);
      const dispatch = gateToday(row.dispatchGate, row.dispatchUntil, today);
      const executionFormAccepted = row.formAccepted;
      return {
        ...contractColumns(row),
        executionFormAccepted,
        gates: { RELEASE_PRODUCTION: release.gate, DISPATCH: dispatch.gate },
        mayRelease: ACCEPTED.includes(row.state) && release.passable,
        mayDispatch: ACCEPTED.includes(row.state) && dispatch.passable,
        outstandingFen: Number(row.outstandingFen),
      };
    });
  }
}

/** A release that ended last night counts no more, also before its timer has said so. */
function gateToday(state: string, until: string | null, today: string) {
  const over = state === 'OVERRIDDEN' && (until ?? '') < today;
  const gate = over ? { state: 'CLOSED' } : { state, ...(until ? { until } : {}) };
  return { gate, passable: gate.state !== 'CLOSED' };
}
