import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import type { ApiRequest } from '../requests/api-request.js';
import { ACCESS, type Access } from './access.js';
import type { Role } from './roles.js';

/** Who sees what goods cost us. */
const COST_READERS: readonly string[] = [
  'COMPANY_LEADER',
  'SALES_MANAGER',
  'COMMERCE',
  'FINANCE',
  'ENGINEERING',
  'PMC',
  'BI',
] satisfies readonly Role[];

/** What costs are called in views and events. */
const COSTS = ['unitCost', 'wipCostFen', 'scrapCostFen', 'sunkCostFen', 'materialBudgetFen'];

/** Whatever a service answers, costs are null in it for those who may not see them; the operators' routes show events as they are. */
@Injectable()
export class CostsInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const { actor } = context.switchToHttp().getRequest<ApiRequest>();
    const isView = access?.kind === 'read' || access?.kind === 'command';
    if (!isView || actor?.roles?.some((role) => COST_READERS.includes(role))) return next.handle();
    return next.handle().pipe(map(withoutCosts));
  }
}

/** The same without costs; what has none is not copied, and what is no plain JSON is left alone. */
export function withoutCosts(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value.map(withoutCosts);
    return items.some((item, i) => item !== value[i]) ? items : (value as unknown);
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const isCost = COSTS.includes(name) && member !== undefined;
    return [name, isCost ? null : withoutCosts(member), member as unknown] as const;
  });
  if (members.every(([, shown, member]) => shown === member)) return value;
  return Object.fromEntries(members.map(([name, shown]) => [name, shown]));
}
