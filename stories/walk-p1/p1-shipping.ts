import { waitForProduction } from './p1-handled.js';
import type { OrderStory } from './p1-workshop.js';
import type { StoryRun } from './story-run.js';
import type { WalkContext } from './walk-context.js';

/** Partial shipment, a refused one, the rest; and the money that had to come first. */
export async function walkShipping(
  story: StoryRun,
  order: OrderStory,
  contract: string,
  { date }: WalkContext,
): Promise<void> {
  const on = date('2025-03-10');
  const ready = async (qty: string) => {
    await order.do('merchandiser', 'plan-shipment', { qty });
    const { shipments } = (await order.state()) as { shipments: { shipmentId: string }[] };
    const { shipmentId } = shipments.at(-1) ?? {};
    const passed = await order.do('qc', 'inspect-shipment', { shipmentId, result: 'PASSED', certRef: 'QC-1' });
    return { shipmentId, carrierRef: '临江物流', position: passed.position };
  };
  const leave = ({ shipmentId, carrierRef }: Awaited<ReturnType<typeof ready>>) => ({ shipmentId, carrierRef });

  story.step('周敏 plans 300 fan coils, QC passes them, the warehouse sends them off: not before they are paid');
  const first = await ready('300');
  await order.refused('warehouse', 'dispatch-shipment', leave(first), 422, 'SHIPMENT_PAYMENT_GATE_CLOSED');

  story.step('The goods being ready made the second milestone due; it is paid, and the first truck leaves');
  await waitForProduction(story, first.position);
  const due = { amountFen: 210_000_000, receivedOn: on, bankRef: 'ICBC-0320-0001', instrument: 'TRANSFER' };
  const allocations = [{ milestoneId: 'M2', amountFen: 210_000_000 }];
  const paid = await story.accepted('finance', 'contract', `${contract}/record-receipt`, { ...due, allocations });
  await waitForProduction(story, paid.position);
  await order.do('warehouse', 'dispatch-shipment', leave(first));

  story.step('The second truck is planned with one too many');
  await order.refused('merchandiser', 'plan-shipment', { qty: '321' }, 422, 'OVER_SHIPMENT');

  story.step('With 320 it leaves, and both are signed for');
  const rest = await ready('320');
  await order.do('warehouse', 'dispatch-shipment', leave(rest));
  const receiver = await story.accepted('warehouse', 'production', '/api/v1/persons', { name: '何建平' });
  let delivered: unknown;
  for (const { shipmentId } of [first, rest]) {
    const delivery = { shipmentId, signedByRef: receiver.personRef, on };
    const signed = await order.do('warehouse', 'confirm-delivery', delivery);
    delivered = signed.position;
  }
  story.check('the order is closed', (await order.state()).state, 'CLOSED');
  await waitForProduction(story, delivered);
  const { progress, delivery, milestones } = (await story.get('sales', 'contract', contract)) as {
    progress: { L3: { deliveredQty: string } };
    delivery: string;
    milestones: { id: string; status: string }[];
  };
  story.check('the contract knows', [progress.L3.deliveredQty, delivery], ['620', 'PARTIAL']);
  story.check(
    'and has its money',
    milestones.filter((m) => m.status === 'PAID').map((m) => m.id),
    ['M1', 'M2'],
  );
}
