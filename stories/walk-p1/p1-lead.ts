import { waitUntilHandled } from './p1-handled.js';
import type { StoryRun } from './story-run.js';
import type { WalkContext } from './walk-context.js';

const CONFIRMED = [
  'OWNER_CONFIRMED',
  'SCALE_KNOWN',
  'FUNDING_KNOWN',
  'ORG_STRUCTURE_KNOWN',
  'EQUIPMENT_NEEDS_KNOWN',
  'TECHNOLOGY_NEEDS_KNOWN',
];

export interface ConvertedLead {
  readonly leadId: string;
  readonly tenderId: string;
}

/** From the first word of the hospital to the tender that its lead becomes. */
export async function walkLead(story: StoryRun, { contractNo, setsClock }: WalkContext): Promise<ConvertedLead> {
  // a system that runs on has the names of earlier walks
  const named = (name: string) => (setsClock ? name : `${name} ${contractNo}`);

  story.step('李娜 hears of the hospital from its design institute, and captures the lead');
  const captured = await story.accepted('sales', 'lead', '/api/v1/leads', {
    projectName: named('临江市第二人民医院新院区中央空调'),
    city: '临江市',
    source: 'DESIGN_INSTITUTE',
    estimatedAmountFen: 750_000_000,
  });
  const leadId = String(captured.id);
  const lead = `/api/v1/leads/${leadId}`;
  const does = (command: string, body: object) => story.accepted('sales', 'lead', `${lead}/${command}`, body);

  story.step('She converts it before anything is known');
  const conversion = { route: 'TENDER', estimatedAmountFen: 750_000_000 };
  await story.refused('sales', 'lead', `${lead}/convert-lead`, conversion, 422, 'PROJECT_NOT_REGISTERED');

  story.step('She registers the owner and who decides there');
  const party = { kind: 'ORGANISATION', name: named('临江市第二人民医院'), roles: ['OWNER'] };
  const partyId = String((await story.accepted('sales', 'lead', '/api/v1/parties', party)).id);
  const { personRef } = await story.accepted('sales', 'lead', '/api/v1/persons', { name: '何建国' });
  const post = { personRef, post: '基建科科长' };
  await story.accepted('sales', 'lead', `/api/v1/parties/${partyId}/add-contact`, post);
  const { contacts } = await story.get('sales', 'lead', `/api/v1/parties/${partyId}`);
  const contactId = (contacts as { contactId: string }[])[0]?.contactId;
  await does('register-project', { contactRegister: [{ partyId, contactId, role: '基建' }] });
  await does('record-stakeholder', { partyId, role: 'OWNER' });

  story.step('She finds out what has to be known of the project');
  await does('describe-project', { scale: '800 床', fundingSource: '财政', fundingStatus: 'SECURED' });
  await does('record-needs', { equipment: [{ name: '冷水机组' }], technology: ['磁悬浮'] });
  for (const item of CONFIRMED) await does('confirm-checklist-item', { item, evidence: '批复' });
  const institute = { item: 'DESIGN_INSTITUTE_CONFIRMED', evidence: '业主自行设计', notApplicableReason: '无设计院' };
  await does('confirm-checklist-item', institute);
  await does('identify-key-person', { partyId, contactId, kind: 'DECISION_MAKER', supportLevel: 'SUPPORTS' });

  story.step('She converts it: the hospital will tender');
  const converted = await does('convert-lead', conversion);
  const { state, pursuits } = await story.get('sales', 'lead', lead);
  story.check('the lead is converted', state, 'CONVERTED');
  await waitUntilHandled(story, converted.position, 'tender');
  return { leadId, tenderId: (pursuits as { id: string }[])[0]?.id ?? '' };
}
