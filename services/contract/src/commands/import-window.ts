import type { ServiceConfig, TextDefinitions } from '@engsales/service';
import { isBusinessDate } from '@engsales/values';

/** Where the end of the opening import (期初导入) is configured. */
export const importTexts = {
  importUntil: {
    variable: 'CONTRACT_IMPORT_UNTIL',
    most: 10,
    meaning: 'last day on which running contracts are imported; unset: never, or always in the embedded profile',
    fault: (text) => (isBusinessDate(text) ? undefined : 'a day such as 2025-12-31'),
  },
} satisfies TextDefinitions;

/** Last day of the opening import; null where there is none, undefined where it has no end. */
export const importOpenUntil = ({ texts, embedded }: Pick<ServiceConfig, 'texts' | 'embedded'>) =>
  texts.importUntil ?? (embedded ? undefined : null);
