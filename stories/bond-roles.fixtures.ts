import type { Role } from '@engsales/http';

const SELLERS: Role[] = ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'];
const KEEPERS_OF_BONDS: Role[] = ['COMMERCE', 'FINANCE'];
const APPROVERS: Role[] = ['FINANCE', 'COMPANY_LEADER'];

/** Who does what with bonds; written down by hand. */
export const BOND_COMMANDS: Record<string, Role[]> = {
  'POST /api/v1/bonds': [...SELLERS, ...KEEPERS_OF_BONDS],
  'POST /api/v1/bonds/:bondId/approve-bond': APPROVERS,
  'POST /api/v1/bonds/:bondId/refuse-bond': APPROVERS,
  'POST /api/v1/bonds/:bondId/cancel-bond': KEEPERS_OF_BONDS,
  'POST /api/v1/bonds/:bondId/lodge-bond': ['FINANCE'],
  'POST /api/v1/bonds/:bondId/extend-bond': KEEPERS_OF_BONDS,
  'POST /api/v1/bonds/:bondId/adjust-bond': KEEPERS_OF_BONDS,
  'POST /api/v1/bonds/:bondId/mark-bond-release-due': KEEPERS_OF_BONDS,
  'POST /api/v1/bonds/:bondId/chase-bond': [...SELLERS, ...KEEPERS_OF_BONDS],
  'POST /api/v1/bonds/:bondId/confirm-bond-release': ['FINANCE'],
  'POST /api/v1/bonds/:bondId/convert-bond': ['FINANCE'],
  'POST /api/v1/bonds/:bondId/forfeit-bond': ['FINANCE'],
};
