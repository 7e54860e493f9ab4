import createClient, { type Client } from 'openapi-fetch';
import type { paths as ContractPaths } from './generated/contract.js';
import type { paths as ProductionPaths } from './generated/production.js';

/** Where the two services are, and how somebody of a role gets his token. */
export interface Place {
  readonly contract: string;
  readonly production: string;
  tokenOf(id: string, role: string): Promise<string>;
}

export interface Outcome {
  readonly contractState: string;
  readonly paidFen: number;
  readonly orderState: string;
  readonly shipments: readonly string[];
}

type Answer<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** The answer of a request that must pass. */
async function passed<Data>(answer: Answer<Data>): Promise<Data> {
  const { data, error, response } = await answer;
  if (data === undefined) throw new Error(`${response.url} answers ${response.status} ${JSON.stringify(error)}`);
  return data;
}

async function until<Value>(what: string, look: () => Promise<Value | undefined>): Promise<Value> {
  for (let left = 600; left > 0; left -= 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never comes about that ${what}`);
}

const DAY = '2025-03-10';
const TOTAL_FEN = 3_000_000;

/**
 * One pump, sold, signed, paid, made and shipped, by somebody who knows the API from its documents alone: every path, body and
 * answer here is typed by what was generated from them.
 */
export async function walk(place: Place): Promise<Outcome> {
  const asContract = async (role: string, id = role.toLowerCase()): Promise<Client<ContractPaths>> =>
    createClient<ContractPaths>({
      baseUrl: place.contract,
      headers: { authorization: `Bearer ${await place.tokenOf(id, role)}` },
    });
  const asProduction = async (role: string, id = role.toLowerCase()): Promise<Client<ProductionPaths>> =>
    createClient<ProductionPaths>({
      baseUrl: place.production,
      headers: { authorization: `Bearer ${await place.tokenOf(id, role)}` },
    });
  const contractId = await sign(asContract);
  await pay(asContract, contractId);
  const productionOrderId = await engineer(asProduction, contractId);
  await make(asProduction, productionOrderId);
  await ship(asProduction, productionOrderId);

  const order = await passed(
    (await asProduction('PMC')).GET('/api/v1/production-orders/{productionOrderId}', {
      params: { path: { productionOrderId } },
    }),
  );
  const contract = await passed(
    (await asContract('COMMERCE')).GET('/api/v1/contracts/{contractId}', { params: { path: { contractId } } }),
  );
  return {
    contractState: contract.state,
    paidFen: (contract.receipts ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0),
    orderState: order.state,
    shipments: (order.shipments ?? []).map(({ state }) => state),
  };
}

type AsContract = (role: string, id?: string) => Promise<Client<ContractPaths>>;
type AsProduction = (role: string, id?: string) => Promise<Client<ProductionPaths>>;

async function sign(as: AsContract): Promise<string> {
  const sales = await as('SALES', 'E1001');
  const commerce = await as('COMMERCE');
  const { id: contractId } = await passed(
    sales.POST('/api/v1/contracts', {
      body: {
        projectName: '城南净水厂二期',
        customer: { name: '城南水务有限公司' },
        salespersonId: 'E1001',
        merchandiserId: 'E2001',
        operationMode: 'OWN_PRODUCTION',
        rightsAndObligations: '双方权利义务见附件',
        lines: [
          {
            lineId: 'L1',
            itemCode: 'PUMP-200',
            name: '离心泵',
            qty: '1',
            uom: '台',
            unitPrice: '30000',
            taxRateBps: 1300,
            fulfilment: 'MAKE',
            committedDate: '2025-06-30',
          },
        ],
        paymentMilestones: [
          {
            id: 'M1',
            kind: 'ADVANCE',
            amountFen: TOTAL_FEN,
            trigger: 'SIGNED',
            netDays: 30,
            gate: 'RELEASE_PRODUCTION',
          },
        ],
      },
    }),
  );
  const params = { path: { contractId } };
  await passed(sales.POST('/api/v1/contracts/{contractId}/submit-for-approval', { params }));
  await passed((await as('COMPANY_LEADER')).POST('/api/v1/contracts/{contractId}/approve-contract', { params }));
  const keep = async (name: string) => (await passed(commerce.POST('/api/v1/persons', { body: { name } }))).personRef;
  await passed(
    commerce.POST('/api/v1/contracts/{contractId}/sign-contract', {
      params: { ...params, header: { 'Idempotency-Key': 'sign-1' } },
      body: {
        contractNo: 'HT-2025-0901',
        signedOn: DAY,
        signatories: [
          { side: 'OURS', personRef: await keep('王建国') },
          { side: 'THEIRS', personRef: await keep('李卫东') },
        ],
        scanRef: 'DMS-0901',
      },
    }),
  );
  await passed(sales.POST('/api/v1/contracts/{contractId}/submit-execution-form', { params, body: {} }));
  await passed(commerce.POST('/api/v1/contracts/{contractId}/accept-execution-form', { params }));
  return contractId;
}

async function pay(as: AsContract, contractId: string): Promise<void> {
  const finance = await as('FINANCE');
  await passed(
    finance.POST('/api/v1/contracts/{contractId}/record-receipt', {
      params: { path: { contractId } },
      body: {
        amountFen: TOTAL_FEN,
        receivedOn: DAY,
        bankRef: 'ICBC-0901',
        instrument: 'TRANSFER',
        allocations: [{ milestoneId: 'M1', amountFen: TOTAL_FEN }],
      },
    }),
  );
}

async function engineer(as: AsProduction, contractId: string): Promise<string> {
  const merchandiser = await as('MERCHANDISER', 'E2001');
  const engineering = await as('ENGINEERING');
  const order = await until('production has the order', async () => {
    const { items } = await passed(
      merchandiser.GET('/api/v1/production-orders', { params: { query: { contractId } } }),
    );
    return items[0];
  });
  const { productionOrderId, packageId } = order;
  const params = { path: { productionOrderId } };
  await passed(
    merchandiser.POST('/api/v1/production-orders/{productionOrderId}/hand-over-to-engineering', {
      params,
      body: { backupCopyRef: 'cabinet-3' },
    }),
  );
  const pack = { params: { path: { packageId } } };
  const types = [
    'DRAWING',
    'MATERIAL_BUDGET',
    'PROCESS_FLOW',
    'WORK_INSTRUCTION',
    'PRODUCT_MANUAL',
    'INSPECTION_STANDARD',
  ] as const;
  await until('engineering has the package', async () => {
    const { data } = await engineering.GET('/api/v1/engineering-packages/{packageId}', pack);
    return data;
  });
  const lines = [{ itemCode: 'CU-22', name: '铜管', qty: '2.5', uom: 'm', unitCost: '42', supply: 'BUY' as const }];
  await passed(
    engineering.POST('/api/v1/engineering-packages/{packageId}/submit-bom', {
      ...pack,
      body: { rev: 'A', docRef: 'BOM-1', lines },
    }),
  );
  for (const type of types) {
    const body = { type, docRef: `${type}-1`, rev: 'A' };
    await passed(engineering.POST('/api/v1/engineering-packages/{packageId}/submit-artefact', { ...pack, body }));
  }
  for (const type of ['BOM', ...types] as const) {
    await passed(
      engineering.POST('/api/v1/engineering-packages/{packageId}/confirm-artefact', { ...pack, body: { type } }),
    );
  }
  await passed(engineering.POST('/api/v1/engineering-packages/{packageId}/release-package', pack));
  return productionOrderId;
}

async function make(as: AsProduction, productionOrderId: string): Promise<void> {
  const params = { path: { productionOrderId } };
  const pmc = await as('PMC');
  const owner = await as('STEP_OWNER', 'E6001');
  await until('the order is engineered, and its money is known', async () => {
    const order = await passed(pmc.GET('/api/v1/production-orders/{productionOrderId}', { params }));
    return order.state === 'ENGINEERED' && order.gates?.RELEASE_PRODUCTION.state === 'OPEN' ? true : undefined;
  });
  await passed(pmc.POST('/api/v1/production-orders/{productionOrderId}/accept-bom', { params, body: {} }));
  const step = { seq: 1, name: '总装', ownerId: 'E6001', plannedStart: DAY, plannedEnd: '2025-05-20' };
  await passed(
    (await as('WORKSHOP_DIRECTOR')).POST('/api/v1/production-orders/{productionOrderId}/plan-order', {
      params,
      body: { steps: [step] },
    }),
  );
  const release = { params, body: { instructionNo: 'SC-2025-0901' } };
  await passed(pmc.POST('/api/v1/production-orders/{productionOrderId}/release-order', release));
  await passed(
    owner.POST('/api/v1/production-orders/{productionOrderId}/start-step', { params, body: { stepId: 'S1' } }),
  );
  const made = { stepId: 'S1', goodQty: '1', doneOn: DAY };
  await passed(owner.POST('/api/v1/production-orders/{productionOrderId}/report-progress', { params, body: made }));
}

async function ship(as: AsProduction, productionOrderId: string): Promise<void> {
  const params = { path: { productionOrderId } };
  const merchandiser = await as('MERCHANDISER', 'E2001');
  await passed(
    merchandiser.POST('/api/v1/production-orders/{productionOrderId}/plan-shipment', { params, body: { qty: '1' } }),
  );
  const order = await passed(merchandiser.GET('/api/v1/production-orders/{productionOrderId}', { params }));
  const shipmentId = order.shipments?.[0]?.shipmentId ?? '';
  const inspected = { shipmentId, result: 'PASSED' as const, certRef: 'QC-2025-0901' };
  await passed(
    (await as('QC')).POST('/api/v1/production-orders/{productionOrderId}/inspect-shipment', {
      params,
      body: inspected,
    }),
  );
  const sent = { shipmentId, carrierRef: 'carrier-7' };
  await passed(
    (await as('WAREHOUSE')).POST('/api/v1/production-orders/{productionOrderId}/dispatch-shipment', {
      params,
      body: sent,
    }),
  );
}
