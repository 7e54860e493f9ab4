import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForRoles, Id, type ApiRequest } from '@engsales/http';
import { AdminContext } from '../admin-context.js';
import { ClockRequest, ReasonRequest } from './admin.requests.js';
import { Audit } from './audit.js';

@ApiTags('admin')
@Controller('admin')
export class OperationsController {
  constructor(
    private readonly context: AdminContext,
    private readonly audit: Audit,
  ) {}

  /** The clock of the process · 进程时钟 */
  @Get('clock')
  @ForRoles('ADMIN')
  clock() {
    const { clock } = this.context.process;
    return { now: clock.now(), today: clock.today() };
  }

  /**
   * Sets the clock of the process · 设置进程时钟
   * So that dated scenarios can be walked. Embedded profile only.
   */
  @Post('clock')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async setClock(@Req() request: ApiRequest, @Body() { now }: ClockRequest) {
    if (!this.context.config.embedded) throw new Rejected('NOT_FOUND', 'only the embedded profile has a clock to set');
    await this.audit.record(request, 'SetClock', now ?? 'real time', 'clock');
    await this.context.process.clock.set(now ?? undefined);
    return this.clock();
  }

  /** Which command is possible in which state · 各状态允许的命令 */
  @Get('transitions')
  @ForRoles('ADMIN', 'BI')
  transitions() {
    const tables = this.context.definition.deciders.map(({ aggregate }) => [aggregate.category, aggregate.transitions]);
    return Object.fromEntries(tables) as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  }

  /**
   * Staff by id · 员工清单
   * As their tokens named them.
   */
  @Get('staff')
  @ForRoles('ADMIN')
  async staff() {
    return { items: await this.context.staff.list() };
  }

  /**
   * Erases the personal data of a person · 删除个人信息
   * Destroys the key of the values. The history stays; every view shows null and erasedAt.
   */
  @Post('personal-data/:personRef/erase')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async erase(@Req() request: ApiRequest, @Id('personRef') personRef: string, @Body() { reason }: ReasonRequest) {
    await this.audit.record(request, 'ErasePersonalData', personRef, reason);
    if (!(await this.context.vault.erase(personRef)))
      throw new Rejected('NOT_FOUND', `the vault has no person ${personRef}`);
    const revealed = await this.context.vault.reveal(personRef);
    return { personRef, erasedAt: revealed?.erasedAt ?? null };
  }
}
