import { contractAbandoned, contractSigned, contractTerminated, contractVoided } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { MarkContracted, NoteContractAbandoned, NoteContractEnd } from '../domain/tender/awarding/awarding.commands.js';

interface Source {
  readonly type: string;
  readonly id: string;
}

/** The tender that a contract comes from; a contract that was negotiated has none. */
const tenderOf = (source: Source | undefined): string[] => (source?.type === 'TENDER' ? [source.id] : []);

export const markContractedWhenSigned = when(contractSigned, {
  name: 'mark-contracted-when-contract-signed',
  nothingToDo: ['INVALID_TRANSITION'],
  then: ({ data: { source, contractId, contractNo, signedOn, totalFen } }) =>
    tenderOf(source).map((tenderId) =>
      issue(MarkContracted, tenderId, { tenderId, contractId, contractNo, signedOn, totalFen }),
    ),
});

/** After the award was revoked there is nothing left to decline. */
export const noteWhenContractAbandoned = when(contractAbandoned, {
  name: 'note-when-contract-abandoned',
  nothingToDo: ['INVALID_TRANSITION'],
  then: ({ data: { source, contractId, reason } }) =>
    tenderOf(source).map((tenderId) => issue(NoteContractAbandoned, tenderId, { tenderId, contractId, reason })),
});

export const noteWhenContractVoided = when(contractVoided, {
  name: 'note-when-contract-voided',
  nothingToDo: ['INVALID_TRANSITION'],
  then: ({ data: { source, contractId } }) =>
    tenderOf(source).map((tenderId) => issue(NoteContractEnd, tenderId, { tenderId, contractId, how: 'VOIDED' })),
});

export const noteWhenContractTerminated = when(contractTerminated, {
  name: 'note-when-contract-terminated',
  nothingToDo: ['INVALID_TRANSITION'],
  then: ({ data: { source, contractId } }) =>
    tenderOf(source).map((tenderId) => issue(NoteContractEnd, tenderId, { tenderId, contractId, how: 'TERMINATED' })),
});
