import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { rebuildProjection, RebuildUnderWay, rollBackRebuild, type Projection } from '@engsales/read-models';
import { ForRoles } from '../auth/access.js';
import type { ApiRequest } from '../http/api-request.js';
import { formatPosition } from '../http/position.js';
import { ServiceRuntime } from '../service-runtime.js';
import { ReasonRequest } from './admin.requests.js';
import { Audit } from './audit.js';

@ApiTags('admin')
@Controller('admin/projections')
export class ProjectionsController {
  private readonly rebuilding = new Map<string, { position: string; head: string }>();

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly audit: Audit,
  ) {}

  /** Position and lag of every read model, and how far a rebuild has come. */
  @Get()
  @ForRoles('ADMIN')
  async status() {
    const head = await this.runtime.store.head();
    const items = this.runtime.definition.projections.map(async ({ name, tables }) => {
      const position = (await this.runtime.projections.positionOf(name)) ?? 0n;
      const lag = Number(head - position);
      return { name, tables, position: this.position(position), lag, rebuilding: this.rebuilding.get(name) ?? null };
    });
    return { head: this.position(head), items: await Promise.all(items) };
  }

  /** Builds the tables anew beside the ones in use, compares and switches. Answers when it is done. */
  @Post(':name/rebuild')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async rebuild(@Req() request: ApiRequest, @Param('name') name: string, @Body() { reason }: ReasonRequest) {
    const projection = this.find(name);
    this.rebuilding.set(name, { position: this.position(0n), head: this.position(0n) });
    try {
      await this.audit.record(request, 'RebuildProjection', name, reason);
      const { store, database } = this.runtime;
      const report = await rebuildProjection(projection, store, database, (position, head) =>
        this.rebuilding.set(name, { position: this.position(position), head: this.position(head) }),
      );
      return { ...report, position: this.position(report.position) };
    } catch (error) {
      if (error instanceof RebuildUnderWay) throw new Rejected('INVALID_TRANSITION', error.message);
      throw error;
    } finally {
      this.rebuilding.delete(name);
    }
  }

  /** Back to the tables that the last rebuild replaced. */
  @Post(':name/roll-back')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async rollBack(@Req() request: ApiRequest, @Param('name') name: string, @Body() { reason }: ReasonRequest) {
    const projection = this.find(name);
    await this.audit.record(request, 'RollBackRebuild', name, reason);
    if (!(await rollBackRebuild(projection, this.runtime.database))) {
      throw new Rejected('INVALID_TRANSITION', `${name} has no earlier tables to go back to`);
    }
    return { projection: name, rolledBack: true };
  }

  private find(name: string): Projection {
    const found = this.runtime.definition.projections.find((projection) => projection.name === name);
    if (!found) throw new Rejected('NOT_FOUND', `there is no projection ${name}`);
    return found;
  }

  private position(position: bigint): string {
    return formatPosition(this.runtime.definition.name, position);
  }
}
