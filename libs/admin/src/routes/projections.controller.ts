import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { RebuildUnderWay, type Projection } from '@engsales/read-models';
import { formatPosition, ForRoles, type ApiRequest } from '@engsales/http';
import { AdminContext } from '../admin-context.js';
import { ReasonRequest } from './admin.requests.js';
import { Audit } from './audit.js';

@ApiTags('admin')
@Controller('admin/projections')
export class ProjectionsController {
  constructor(
    private readonly context: AdminContext,
    private readonly audit: Audit,
  ) {}

  /** Position and lag of every read model · 读模型的位置与滞后 */
  @Get()
  @ForRoles('ADMIN')
  async status() {
    const head = await this.context.store.head();
    const items = this.context.definition.projections.map(async ({ name, tables }) => {
      const position = (await this.context.projections.positionOf(name)) ?? 0n;
      const lag = Number(head - position);
      return { name, tables, position: this.position(position), lag, rebuilding: this.rebuilding(name) };
    });
    return { head: this.position(head), items: await Promise.all(items) };
  }

  /**
   * Builds a read model anew · 重建读模型
   * Beside the one in use; compares and switches. Answers when it is done; one at a time in a service.
   */
  @Post(':name/rebuild')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async rebuild(@Req() request: ApiRequest, @Param('name') name: string, @Body() { reason }: ReasonRequest) {
    const projection = this.find(name);
    await this.audit.record(request, 'RebuildProjection', name, reason);
    const report = await this.context.rebuilds.rebuild(projection).catch(refuseSecond);
    return { ...report, position: this.position(report.position) };
  }

  /** Goes back to the tables before the last rebuild · 撤回上次重建 */
  @Post(':name/roll-back')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async rollBack(@Req() request: ApiRequest, @Param('name') name: string, @Body() { reason }: ReasonRequest) {
    const projection = this.find(name);
    await this.audit.record(request, 'RollBackRebuild', name, reason);
    if (!(await this.context.rebuilds.rollBack(projection).catch(refuseSecond))) {
      throw new Rejected('INVALID_TRANSITION', `${name} has no earlier tables to go back to`);
    }
    return { projection: name, rolledBack: true };
  }

  private find(name: string): Projection {
    const found = this.context.definition.projections.find((projection) => projection.name === name);
    if (!found) throw new Rejected('NOT_FOUND', `there is no projection ${name}`);
    return found;
  }

  private rebuilding(name: string): { readonly position: string; readonly head: string } | null {
    const { underWay } = this.context.rebuilds;
    if (underWay?.projection !== name) return null;
    return { position: this.position(underWay.position), head: this.position(underWay.head) };
  }

  private position(position: bigint): string {
    return formatPosition(this.context.definition.name, position);
  }
}

function refuseSecond(error: unknown): never {
  if (!(error instanceof RebuildUnderWay)) throw error;
  const { message, projection } = error;
  throw new Rejected('INVALID_TRANSITION', message, { cause: 'REBUILD_UNDER_WAY', projection });
}
