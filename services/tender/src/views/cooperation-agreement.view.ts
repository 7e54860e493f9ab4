import { shownIn, type ShownPersons } from '@engsales/personal-data';
import type { CooperationAgreement } from '../domain/cooperation-agreement/cooperation-agreement.js';

/** The persons whom a view of the agreement shows. */
export const personsInAgreement = (agreement: CooperationAgreement): readonly string[] =>
  agreement.state === 'NONE' ? [] : agreement.signatories.map(({ personRef }) => personRef);

/** A cooperation agreement as it is answered. */
export function agreementView(id: string, revision: number, agreement: CooperationAgreement, people: ShownPersons) {
  if (agreement.state === 'NONE') return { id, revision, state: agreement.state };
  return {
    id,
    revision,
    agreementId: agreement.agreementId,
    state: agreement.state,
    partyId: agreement.partyId,
    partyName: agreement.partyName,
    scope: agreement.scope,
    commissionBps: agreement.commissionBps,
    exclusivity: agreement.exclusivity,
    validFrom: agreement.validFrom,
    validUntil: agreement.validUntil,
    draftedBy: agreement.draftedBy,
    draftedOn: agreement.draftedOn,
    agreementNo: agreement.agreementNo,
    signedOn: agreement.signedOn,
    signatories: agreement.signatories.map(({ side, personRef }) => ({ side, ...shownIn(people, personRef) })),
    scanRef: agreement.scanRef,
    renewals: agreement.renewals.map(({ validUntil, docRef, renewedOn }) => ({ validUntil, docRef, renewedOn })),
    terminatedOn: agreement.terminatedOn,
    reason: agreement.reason,
  };
}
