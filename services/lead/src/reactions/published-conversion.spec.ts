import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import { ConvertLead } from '../domain/lead/converting/converting.commands.js';
import { FileDocument } from '../domain/lead/evidence/evidence.commands.js';
import type { LeadEvent } from '../domain/lead/lead.events.js';
import {
  CHANNEL_ID,
  INSTITUTE_ID,
  LEAD_ID,
  LINE_ID,
  MAKER_ID,
  OWNER_ID,
  PERSON_REF,
  RIVAL_ID,
  SIBLINGS as siblings,
} from '../domain/lead/lead.fixtures.js';
import { readyWalk } from '../domain/lead/lead.walk.js';
import { AttachChannel } from '../domain/lead/ownership/ownership.commands.js';
import { ObserveConstructionPhase } from '../domain/lead/profiling/profiling.commands.js';
import {
  ObserveCompetitor,
  RecordStakeholder,
  ScreenManufacturer,
  SelectManufacturer,
} from '../domain/lead/relations/relations.commands.js';
import { publishedLead } from './published-lead.js';

/** namedId(`contract:lead:<leadId>`), worked out by another program. */
const CONTRACT_OF_LEAD = 'b93dd5e2-7b63-5203-a5ae-bae868803930';
const publishes = publishing<LeadEvent>({ ...publishedLead });

describe('what is published of a conversion', () => {
  it('is the whole project when it is converted (L-40, L-41)', () => {
    const screening = { buyoutFeasible: true, techScore: 4, commercialScore: 3, note: '满足', siblings } as const;
    const walk = readyWalk()
      .do(AttachChannel, { channelId: CHANNEL_ID, siblings })
      .do(RecordStakeholder, { partyId: INSTITUTE_ID, role: 'DESIGN_INSTITUTE', siblings })
      .do(ObserveConstructionPhase, { process: 'PLANNING_DESIGN', observedOn: '2025-03-07', siblings })
      .do(ScreenManufacturer, { partyId: MAKER_ID, ...screening })
      .do(SelectManufacturer, { partyId: MAKER_ID, techAdvantages: '能效高', commercialAdvantages: '账期长' })
      .do(ObserveCompetitor, {
        partyId: RIVAL_ID,
        dimension: 'TECHNICAL',
        strengths: ['品牌'],
        weaknesses: ['服务慢'],
        evidenceRef: 'DOC-9',
        siblings,
      })
      .do(FileDocument, { documentType: 'PROPOSAL', title: '初步方案', docRef: 'FA-1' })
      .do(ConvertLead, { route: 'DIRECT_NEGOTIATION', estimatedAmountFen: 750_000_000, siblings });
    const [said] = walk.last.flatMap((event) => publishes(event as unknown as RecordedEvent) ?? []);
    expect(said?.event.type).toBe('lead.LeadConverted');
    expect(JSON.parse(JSON.stringify(said?.data))).toEqual({
      leadId: LEAD_ID,
      leadNo: 'XS-20250307-3F9A2C',
      state: 'CONVERTED',
      route: 'DIRECT_NEGOTIATION',
      attemptNo: 1,
      pursuit: { type: 'CONTRACT', id: CONTRACT_OF_LEAD },
      projectName: '临江市第二人民医院新院区',
      city: '临江市',
      parties: [
        { partyId: OWNER_ID, name: '临江市第二人民医院', roles: ['OWNER'] },
        { partyId: INSTITUTE_ID, name: '临江市建筑设计院', roles: ['DESIGN_INSTITUTE'] },
      ],
      keyPersons: [
        {
          personRef: PERSON_REF,
          partyId: OWNER_ID,
          post: '基建科科长',
          kind: 'DECISION_MAKER',
          supportLevel: 'SUPPORTS',
        },
      ],
      relationship: 'UNKNOWN',
      needs: {
        equipment: [{ name: '冷水机组', qty: '4', uom: '台' }],
        technology: ['磁悬浮'],
        painPoints: ['能耗高'],
        expectations: ['节能 30%'],
      },
      fundingSource: '市财政',
      scale: '床位 800 张',
      constructionPhase: 'LAND_ACQUISITION',
      constructionProcess: 'PLANNING_DESIGN',
      competitors: [
        {
          partyId: RIVAL_ID,
          name: '临江暖通工程有限公司',
          dimension: 'TECHNICAL',
          strengths: ['品牌'],
          weaknesses: ['服务慢'],
        },
      ],
      manufacturerPartyId: MAKER_ID,
      documents: [{ type: 'PROPOSAL', ref: 'FA-1' }],
      productLineIds: [LINE_ID],
      estimatedAmountFen: 750_000_000,
      salespersonId: 'li-na',
      teamId: '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f',
      channelId: CHANNEL_ID,
      convertedOn: '2025-03-07',
    });
  });
});
