import { eachOf, projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { CooperationAgreementEvent } from '../../domain/cooperation-agreement/cooperation-agreement.events.js';

const each = eachOf<CooperationAgreementEvent>();
const TABLE = 'cooperation_agreement';

/** With whom may we sell for a commission, for how much, and until when? A row per agreement. */
export const cooperationAgreements = projection<CooperationAgreementEvent>({
  name: 'cooperation-agreements',
  tables: [TABLE],
  on: {
    CooperationAgreementDrafted: ({ data, revision }, rows) =>
      upsertNewer(rows, TABLE, 'agreement_id', {
        agreement_id: data.agreementId,
        revision,
        state: data.state,
        party_id: data.partyId,
        party_name: data.partyName,
        scope: data.scope,
        commission_bps: data.commissionBps,
        exclusivity: data.exclusivity,
        valid_from: data.validFrom,
        valid_until: data.validUntil,
      }),
    CooperationAgreementSigned: ({ data, revision }, rows) =>
      updateNewer(rows, TABLE, ['agreement_id', data.agreementId], revision, {
        state: data.state,
        agreement_no: data.agreementNo,
        signed_on: data.signedOn,
      }),
    ...each(['CooperationAgreementRenewed', 'CooperationAgreementExpired'], ({ data, revision }, rows) =>
      updateNewer(rows, TABLE, ['agreement_id', data.agreementId], revision, {
        state: data.state,
        valid_until: data.validUntil,
      }),
    ),
    ...each(['CooperationAgreementTerminated', 'CooperationAgreementCancelled'], ({ data, revision }, rows) =>
      updateNewer(rows, TABLE, ['agreement_id', data.agreementId], revision, {
        state: data.state,
        reason: data.reason,
      }),
    ),
  },
});
