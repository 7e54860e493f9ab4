import type { ProblemTexts, Role } from '@engsales/service';

/** Command -> roles (domain.md 2.8). The guard, the tests and the docs read this table. */
export const productionCommandRoles: Readonly<Record<string, readonly Role[]>> = {
  // and of these only the one whose order it is
  HandOverToEngineering: ['MERCHANDISER'],
};

export const productionProblems: ProblemTexts = {
  DUPLICATE_PRODUCTION_ORDER: { zh: '该合同明细已有生产订单', en: 'The contract line has its production order' },
  ORDER_BACKUP_REQUIRED: { zh: '移交工程部前须自留备份', en: 'Keep a backup copy before handing over to engineering' },
};
