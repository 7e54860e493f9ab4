import type { Role } from '@engsales/http';

/** Who leads sales. */
export const MANAGERS = ['SALES_MANAGER', 'COMPANY_LEADER'] as const satisfies readonly Role[];
/** Whoever sells; of several roles of one person the one that may do more comes first. */
export const SELLERS = [...MANAGERS, 'SALES'] as const satisfies readonly Role[];
/** 商务, and those who lead sales. */
export const COMMERCE = [...MANAGERS, 'COMMERCE'] as const satisfies readonly Role[];
export const SELLERS_AND_COMMERCE = [...COMMERCE, 'SALES'] as const satisfies readonly Role[];
