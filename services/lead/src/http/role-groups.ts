import type { Role } from '@engsales/http';

/** Who leads sales, and who keeps what sales shows. */
export const MANAGERS = ['SALES_MANAGER', 'COMPANY_LEADER'] as const satisfies readonly Role[];
export const MARKETERS = [...MANAGERS, 'MARKETING_CENTER'] as const satisfies readonly Role[];
