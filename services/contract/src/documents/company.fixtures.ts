import type { Company } from './company.js';

/** Configured in full; the tax number is the example of GB 32100-2015. */
export const COMPANY: Required<Company> = {
  name: '某某工程设备有限公司',
  address: '福州市鼓楼区某某路 1 号',
  taxNumber: '91350100M000100Y43',
  bank: '某某银行福州分行',
  bankAccount: '3500 1234 5678 9012',
};
