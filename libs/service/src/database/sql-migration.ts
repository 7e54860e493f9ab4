import type { Type } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A TypeORM migration of plain SQL. The name ends in a 13-digit timestamp, by which TypeORM orders. */
export function sqlMigration(name: string, up: string, down: string): Type<MigrationInterface> {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(down);
    }
  };
}
