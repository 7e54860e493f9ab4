import type { ExistingContract } from './contract-state.js';
import type { EndingEvent } from './ending.events.js';
import { withoutPlanned } from './payment-schedule.js';

export function evolveEnding(contract: ExistingContract, event: EndingEvent): ExistingContract {
  switch (event.type) {
    case 'ContractSuspended': {
      const { state, contractVersion, suspensionNo, since, from } = event.data;
      return {
        ...contract,
        state,
        contractVersion,
        suspensions: suspensionNo,
        suspension: { suspensionNo, since, from },
      };
    }
    case 'ContractResumed': {
      const { state, contractVersion, dateShifts } = event.data;
      const { suspension: _over, ...running } = contract;
      const lines = contract.document.lines.map((line) => {
        const shift = dateShifts.find((other) => other.lineId === line.lineId);
        return shift ? { ...line, committedDate: shift.to } : line;
      });
      return { ...running, state, contractVersion, document: { ...contract.document, lines } };
    }
    case 'ContractVoided':
    case 'ContractTerminated': {
      const { state, contractVersion } = event.data;
      return { ...contract, state, contractVersion, milestones: withoutPlanned(contract.milestones ?? []) };
    }
    case 'VoidContradicted':
      return { ...contract, state: event.data.state };
    case 'OrderEndRecorded': {
      const { lineId, outcome, sunkCostFen } = event.data;
      return { ...contract, orderEnds: { ...contract.orderEnds, [lineId]: { outcome, sunkCostFen } } };
    }
    case 'ContractSettled':
      return {
        ...contract,
        state: event.data.state,
        settlement: { finalFen: event.data.finalFen, on: event.data.settledOn },
      };
  }
}
