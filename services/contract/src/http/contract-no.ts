import { Shaped } from '@engsales/http';
import { CONTRACT_NO } from '@engsales/values';

/** The number of a contract as it stands on paper. */
export const ContractNo = (): PropertyDecorator =>
  Shaped(CONTRACT_NO, ['a contract number such as HT-2025-0031', '合同编号，如 HT-2025-0031'], 'HT-2025-0031');
