import type { CountedRow } from './stock-snapshot.commands.js';

export const SNAPSHOT_ID = 'af415062-7d8e-5f90-91a2-c3d4e5f60706';

export const ROWS: readonly CountedRow[] = [{ itemCode: 'CU-22', uom: 'm', onHand: '400' }];
