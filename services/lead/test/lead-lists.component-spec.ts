import { HEARD, LEADS, liNa, manager, Market } from './leads.fixtures.js';

describe('the list of leads', () => {
  const market = new Market();
  beforeAll(() => market.begin());
  afterAll(() => market.service.stop());
  const ids = async (query: Record<string, string>) =>
    (await market.list('leads', query)).items.map(({ leadId }: { leadId: string }) => leadId) as string[];

  const line = (code: string, targetProcesses: readonly string[], targetWorkPackages: readonly string[] = []) =>
    market.begun(manager, '/api/v1/product-lines', {
      code,
      name: code,
      kind: 'EQUIPMENT',
      targetProcesses,
      targetWorkPackages,
    });

  it('shows whether we come at the right time, by the best line (L-90)', async () => {
    const inBuilding = await line('LIFT', ['CONSTRUCTION_1', 'CONSTRUCTION_2']);
    const hvac = await line('HVAC', ['PLANNING_DESIGN'], ['HVAC', 'HEATING']);
    const leadId = await market.begun(liNa, LEADS, { ...HEARD, projectName: '云山大厦' });
    const at = `${LEADS}/${leadId}`;
    const { partyId, contactId } = await market.party('云山置业');
    const contactRegister = [{ partyId, contactId, role: '工程部' }];
    await market.done(liNa, `${at}/register-project`, { contactRegister, productLineIds: [inBuilding] });
    const fit = async () => {
      const { items } = await market.list('leads', { q: '云山大厦' });
      return [items[0].stageFit, items[0].specOpen] as unknown[];
    };
    const see = (process: string, workPackages: readonly object[] = [], reason?: string) =>
      market.done(liNa, `${at}/observe-construction-phase`, {
        process,
        observedOn: '2025-03-07',
        workPackages,
        reason,
      });
    expect(await fit()).toEqual(['UNKNOWN', false]);
    await see('PLANNING_DESIGN');
    expect(await fit()).toEqual(['EARLY', true]);
    await see('CONSTRUCTION_2');
    expect(await fit()).toEqual(['FIT', false]);
    await see('SALES');
    expect(await fit()).toEqual(['LATE', false]);
    expect(await ids({ stageFit: 'LATE' })).toEqual([leadId]);
    const description = {
      scale: 'x',
      fundingSource: 'x',
      fundingStatus: 'PARTIAL',
      productLineIds: [inBuilding, hvac],
    };
    await market.done(liNa, `${at}/describe-project`, description);
    expect(await fit()).toEqual(['LATE', false]);
    await see('SALES', [{ code: 'HVAC', status: 'DONE' }]);
    await see('SALES', [{ code: 'HEATING', status: 'IN_PROGRESS' }]);
    expect(await fit()).toEqual(['FIT', false]);
    await see('SALES', [{ code: 'HEATING', status: 'DONE' }]);
    expect(await fit()).toEqual(['LATE', false]);
  });

  it('is narrowed by each of its filters, and sorted both ways, page by page (L-91)', async () => {
    const channelId = await market.begun(manager, '/api/v1/channels', {
      name: '临江代理',
      type: 'DIRECT',
      regions: ['临江市'],
      productLineIds: [],
      managerId: 'wang-fang',
    });
    await market.done(manager, `/api/v1/channels/${channelId}/activate-channel`, { on: '2025-03-07' });
    const words = { city: '云州市', source: 'BILLBOARD', constructionProcess: 'PRE_SALE', channelId };
    const small = await market.begun(liNa, LEADS, { ...HEARD, ...words, projectName: '甲', estimatedAmountFen: 1 });
    const large = await market.begun(liNa, LEADS, { ...HEARD, projectName: '乙', estimatedAmountFen: 900_000_000 });
    const pooled = await market.begun(manager, LEADS, { ...HEARD, projectName: '丙', ownerName: '云州集团' });
    const narrowing: readonly Readonly<Record<string, string>>[] = [
      { city: '云州市' },
      { source: 'BILLBOARD' },
      { phase: 'CONSTRUCTION_START' },
      { process: 'PRE_SALE' },
      { channelId },
      { keyProject: 'false' },
    ];
    for (const query of narrowing) {
      expect([query, await ids(query)]).toEqual([query, [small]]);
    }
    expect(await ids({ ownership: 'POOLED' })).toEqual([pooled]);
    expect(await ids({ q: '云州集团' })).toEqual([pooled]);
    expect(await ids({ outcome: 'WON' })).toEqual([]);
    expect(await ids({ overdueLevel: '3' })).toEqual([]);
    expect(await ids({ teamId: channelId })).toEqual([]);
    expect(await ids({ state: 'CAPTURED', salespersonId: 'li-na', sort: '-estimate' })).toEqual([large, small]);
    const first = await market.list('leads', { sort: 'estimate', limit: '2' });
    const second = await market.list('leads', { sort: 'estimate', limit: '2', cursor: String(first.nextCursor) });
    const estimates = [...first.items, ...second.items].map((item) => item.estimatedAmountFen as number);
    expect(estimates).toEqual([1, 700_000_000, 700_000_000, 900_000_000]);
    expect(second.nextCursor).toBeNull();
    expect((await ids({ sort: 'capturedOn' })).reverse()).toEqual(await ids({ sort: '-capturedOn' }));
  });
});
