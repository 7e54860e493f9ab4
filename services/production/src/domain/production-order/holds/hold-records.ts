import type { HoldRecord, StopRecord } from './holds.events.js';
import type { Hold, StopWork } from './holds.state.js';

export const recordOfHold = (hold: Hold): HoldRecord => ({
  code: hold.code,
  ref: hold.ref,
  stepId: hold.stepId,
  since: hold.since,
  by: hold.by,
});

export const holdFromRecord = (record: HoldRecord): Hold => ({
  code: record.code,
  ref: record.ref,
  stepId: record.stepId,
  since: record.since,
  by: record.by,
});

export const recordOfStop = (stop: StopWork): StopRecord => ({
  stopId: stop.stopId,
  scope: stop.scope,
  stepId: stop.stepId,
  violatedArtefact: { type: stop.violatedArtefact.type, rev: stop.violatedArtefact.rev },
  state: stop.state,
  correction: stop.correction,
});

export const stopFromRecord = (record: StopRecord): StopWork => ({
  stopId: record.stopId,
  scope: record.scope,
  stepId: record.stepId,
  violatedArtefact: { type: record.violatedArtefact.type, rev: record.violatedArtefact.rev },
  state: record.state,
  correction: record.correction,
});
