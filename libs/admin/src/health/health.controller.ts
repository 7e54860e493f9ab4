import { Controller, Get, Header, NotFoundException } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { AdminContext, type AdministeredKafka } from '../admin-context.js';
import { Public } from '@engsales/http';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly context: AdminContext,
  ) {}

  /**
   * Whether the process runs · 进程是否存活
   * Restart it when this fails.
   */
  @Get('health/live')
  @Public()
  live() {
    return { status: 'ok', service: this.context.definition.name };
  }

  /**
   * Whether requests can be served · 服务是否就绪
   * 503 while not.
   */
  @Get('health/ready')
  @Public()
  @HealthCheck()
  ready() {
    const { kafka } = this.context;
    return this.health.check([
      () => this.check('database', async () => void (await this.context.pools.read.query('SELECT 1'))),
      () => this.check('accepting', () => (this.context.accepting ? undefined : fail('the service is stopping'))),
      () =>
        this.check('answers', () =>
          this.context.answers.mostlyFails ? fail('most answers were internal errors') : undefined,
        ),
      ...(kafka ? [() => this.kafka(kafka)] : []),
      () => this.indicators.check('lease').up({ ...this.context.lease.state }),
    ]);
  }

  /** Metrics for Prometheus · Prometheus 指标 */
  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @ApiProduces('text/plain')
  async metrics(): Promise<string> {
    if (this.context.config.METRICS !== 'true') throw new NotFoundException();
    return this.context.metrics.registry.metrics();
  }

  /** Down, not dead: commands are kept in the store and published once the broker is back. */
  private kafka({ link, bus }: AdministeredKafka) {
    const indicator = this.indicators.check('kafka');
    const { status, since, message, warnings } = link.state;
    const { silentGroups, refused } = bus;
    const detail = {
      state: status,
      since,
      message,
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(silentGroups.length > 0 ? { silentGroups } : {}),
      ...(refused.size > 0 ? { refusedGroups: Object.fromEntries(refused) } : {}),
    };
    return status === 'UP' && silentGroups.length === 0 && refused.size === 0
      ? indicator.up(detail)
      : indicator.down(detail);
  }

  private async check(name: string, run: () => Promise<void> | undefined) {
    const indicator = this.indicators.check(name);
    try {
      await run();
      return indicator.up();
    } catch (error) {
      return indicator.down({ message: error instanceof Error ? error.message : String(error) });
    }
  }
}

function fail(message: string): never {
  throw new Error(message);
}
