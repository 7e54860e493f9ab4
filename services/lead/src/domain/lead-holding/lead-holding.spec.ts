import { typesWrittenOut } from '@engsales/event-sourcing/testing';
import { FreeSlot, HoldLead, leadHolding, TakeSlot } from './lead-holding.js';
import { HOLDING_ID, HoldingWalk, slot } from './lead-holding.walk.js';

describe('what one person holds', () => {
  it('is limited for whoever claims (L-16)', () => {
    const walk = new HoldingWalk().settling({ claimLimit: 2 }).do(TakeSlot, slot(1));
    walk.recorded({ type: 'SlotTaken', data: { holdingId: HOLDING_ID, state: 'OPEN', ...slot(1) } });
    expect(walk.do(TakeSlot, slot(1)).last).toEqual([]);
    walk.do(TakeSlot, slot(2));
    expect(walk.refused(TakeSlot, slot(3))).toEqual({ code: 'CLAIM_LIMIT_REACHED', limit: 2, held: 2 });
    expect(walk.settling({ claimLimit: 0 }).do(TakeSlot, slot(3)).types).toEqual(['SlotTaken']);
  });
  it('counts what was captured and assigned, and refuses none of it (L-16)', () => {
    const walk = new HoldingWalk().settling({ claimLimit: 1 }).do(HoldLead, slot(1)).do(HoldLead, slot(2));
    expect(walk.state.leadIds).toEqual(['lead-1', 'lead-2']);
    expect(walk.do(HoldLead, slot(2)).last).toEqual([]);
    expect(walk.refused(TakeSlot, slot(3))).toEqual({ code: 'CLAIM_LIMIT_REACHED', limit: 1, held: 2 });
  });
  it('is freed once', () => {
    const walk = new HoldingWalk().do(TakeSlot, slot(1)).do(FreeSlot, slot(1));
    walk.recorded({ type: 'SlotFreed', data: { holdingId: HOLDING_ID, state: 'OPEN', ...slot(1) } });
    expect(walk.do(FreeSlot, slot(1)).last).toEqual([]);
  });
});

it('every event of a holding is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(leadHolding.stored).filter((type) => !written.has(type))).toEqual([]);
});
