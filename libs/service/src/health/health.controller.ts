import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { KafkaParts } from '../kafka/kafka-parts.js';
import { Public } from '../auth/access.js';
import { ServiceRuntime } from '../service-runtime.js';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** The process runs; restart it when this fails. */
  @Get('health/live')
  @Public()
  live() {
    return { status: 'ok', service: this.runtime.definition.name };
  }

  /** Requests can be served; 503 while not. */
  @Get('health/ready')
  @Public()
  @HealthCheck()
  ready() {
    return this.health.check([
      () => this.check('database', async () => void (await this.runtime.pools.read.query('SELECT 1'))),
      () => this.check('accepting', () => (this.runtime.accepting ? undefined : fail('the service is stopping'))),
      ...(this.runtime.kafka ? [() => this.kafka(this.runtime.kafka)] : []),
      () => this.indicators.check('lease').up({ ...this.runtime.lease.state }),
    ]);
  }

  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.runtime.metrics.registry.metrics();
  }

  /** Down, not dead: commands are kept in the store and published once the broker is back. */
  private kafka(kafka: KafkaParts | undefined) {
    const indicator = this.indicators.check('kafka');
    const { status, since, message } = kafka?.link.state ?? {};
    const silent = kafka?.bus.silentGroups ?? [];
    const detail = { state: status, since, message, ...(silent.length > 0 ? { silentGroups: silent } : {}) };
    return status === 'UP' && silent.length === 0 ? indicator.up(detail) : indicator.down(detail);
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
