import { ROLES, type Role } from '@engsales/http';
import { startSystem, type RunningSystem } from './running-system.js';

/** Written down by hand, so that what the services declare is checked and not repeated. */
const SELLERS: Role[] = ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'];
const MANAGERS: Role[] = ['SALES_MANAGER', 'COMPANY_LEADER'];
/** Who keeps parties and their contacts. */
const REGISTRARS: Role[] = [...SELLERS, 'CRM_CENTER'];
const MARKETERS: Role[] = [...MANAGERS, 'MARKETING_CENTER'];
const READERS: Record<string, Role[]> = {
  lead: [...SELLERS, 'COMMERCE', 'FINANCE', 'MARKETING_CENTER', 'CRM_CENTER', 'BI', 'ADMIN'],
  contract: [...SELLERS, 'COMMERCE', 'FINANCE', 'MERCHANDISER', 'PMC', 'BI', 'ADMIN'],
  production: [
    ...SELLERS,
    'MERCHANDISER',
    'ENGINEERING',
    'PMC',
    'WORKSHOP_DIRECTOR',
    'STEP_OWNER',
    'QC',
    'WAREHOUSE',
    'BI',
    'ADMIN',
  ],
};
const COMMANDS: Record<string, Role[]> = {
  'POST /api/v1/sales-plans': MANAGERS,
  'POST /api/v1/sales-plans/:planId/set-targets': MANAGERS,
  'POST /api/v1/sales-plans/:planId/record-market-analysis': MANAGERS,
  'POST /api/v1/sales-plans/:planId/set-strategies': MANAGERS,
  'POST /api/v1/sales-plans/:planId/set-actions-and-budget': MANAGERS,
  'POST /api/v1/sales-plans/:planId/submit-sales-plan': MANAGERS,
  'POST /api/v1/sales-plans/:planId/start-sales-plan': MANAGERS,
  'POST /api/v1/sales-plans/:planId/cancel-sales-plan': MANAGERS,
  'POST /api/v1/sales-plans/:planId/adjust-sales-plan': MANAGERS,
  'POST /api/v1/sales-plans/:planId/review-sales-plan': MANAGERS,
  'POST /api/v1/sales-plans/:planId/evaluate-sales-plan': MANAGERS,
  'POST /api/v1/sales-plans/:planId/approve-sales-plan': ['COMPANY_LEADER'],
  'POST /api/v1/sales-plans/:planId/reject-sales-plan': ['COMPANY_LEADER'],
  'POST /api/v1/sales-teams': MANAGERS,
  'POST /api/v1/sales-teams/:teamId/change-team': MANAGERS,
  'POST /api/v1/sales-teams/:teamId/dissolve-team': MANAGERS,
  'POST /api/v1/sales-members': MANAGERS,
  'POST /api/v1/sales-members/:memberId/change-member': MANAGERS,
  'POST /api/v1/sales-members/:memberId/leave-member': MANAGERS,
  'POST /api/v1/trainings': MANAGERS,
  'POST /api/v1/trainings/:trainingId/hold-training': MANAGERS,
  'POST /api/v1/trainings/:trainingId/cancel-training': MANAGERS,
  'POST /api/v1/performance-reviews': MANAGERS,
  'POST /api/v1/performance-reviews/:reviewId/confirm-performance-review': ['COMPANY_LEADER'],
  'POST /api/v1/performance-reviews/:reviewId/reject-performance-review': ['COMPANY_LEADER'],
  'POST /api/v1/sales-kits': MARKETERS,
  'POST /api/v1/sales-kits/:kitId/write-kit-section': MARKETERS,
  'POST /api/v1/sales-kits/:kitId/publish-sales-kit': MARKETERS,
  'POST /api/v1/sales-kits/:kitId/revise-sales-kit': MARKETERS,
  'POST /api/v1/sales-kits/:kitId/retire-sales-kit': MARKETERS,
  'POST /api/v1/case-studies': MARKETERS,
  'POST /api/v1/case-studies/:caseStudyId/change-case-study': MARKETERS,
  'POST /api/v1/case-studies/:caseStudyId/approve-case-study': MARKETERS,
  'POST /api/v1/case-studies/:caseStudyId/withdraw-case-study': MARKETERS,
  'POST /api/v1/product-lines': MARKETERS,
  'POST /api/v1/product-lines/:productLineId/change-product-line': MARKETERS,
  'POST /api/v1/product-lines/:productLineId/retire-product-line': MARKETERS,
  'POST /api/v1/sales-policies': MARKETERS,
  'POST /api/v1/sales-policies/:policyId/withdraw-sales-policy': MARKETERS,
  'POST /api/v1/contracts': SELLERS,
  'POST /api/v1/contracts/:contractId/revise-contract': SELLERS,
  'POST /api/v1/contracts/:contractId/submit-for-approval': SELLERS,
  'POST /api/v1/contracts/:contractId/abandon-contract': SELLERS,
  'POST /api/v1/contracts/:contractId/approve-contract': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/reject-contract': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/sign-contract': ['COMMERCE', 'SALES_MANAGER'],
  'POST /api/v1/contracts/:contractId/record-negotiation-round': SELLERS,
  'POST /api/v1/contracts/:contractId/submit-execution-form': SELLERS,
  'POST /api/v1/contracts/:contractId/accept-execution-form': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/return-execution-form': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/complete-contract': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/close-contract': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/record-receipt': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/allocate-receipt': ['COMMERCE', 'FINANCE'],
  'POST /api/v1/contracts/:contractId/reverse-receipt': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/record-refund': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/record-supplier-payment': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/record-invoice': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/red-invoice': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/void-invoice': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/cancel-red-letter': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/reverse-refund': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/reverse-supplier-payment': ['FINANCE'],
  'POST /api/v1/contracts/:contractId/withdraw-milestone-due': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/revoke-waiver': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/revoke-credit-release': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/revoke-installation': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/revoke-acceptance': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/mark-milestone-due': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/mark-milestone-overdue': ['COMMERCE'],
  'POST /api/v1/contracts/:contractId/waive-milestone': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/grant-credit-release': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/log-dunning': ['COMMERCE'],
  'POST /api/v1/contracts/import-contract': ['COMMERCE', 'FINANCE', 'COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/confirm-import': ['COMMERCE', 'FINANCE', 'COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/suspend-contract': ['COMMERCE', 'SALES_MANAGER'],
  'POST /api/v1/contracts/:contractId/resume-contract': ['COMMERCE', 'SALES_MANAGER'],
  'POST /api/v1/contracts/:contractId/void-contract': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/terminate-contract': ['COMPANY_LEADER'],
  'POST /api/v1/contracts/:contractId/settle-termination': ['COMPANY_LEADER'],
  'POST /api/v1/production-orders/:productionOrderId/reassign-merchandiser': ['SALES_MANAGER', 'PMC'],
  'POST /api/v1/production-orders/:productionOrderId/reschedule-order': ['PMC', 'MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/accept-bom': ['PMC', 'MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/release-order': ['PMC', 'MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/cancel-order': ['PMC', 'MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/short-close-order': ['PMC', 'MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/plan-order': ['WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/correct-progress': ['WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/correct-step-start': ['WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/reopen-step': ['WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/supervise-step': ['WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/start-step': ['STEP_OWNER', 'WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/report-progress': ['STEP_OWNER', 'WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/complete-step': ['STEP_OWNER', 'WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders/:productionOrderId/receive-goods': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/correct-goods-in': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/reverse-goods-in': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/dispatch-shipment': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/confirm-delivery': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/correct-delivery': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/recall-shipment': ['WAREHOUSE'],
  'POST /api/v1/production-orders/:productionOrderId/order-stop-work': ['ENGINEERING'],
  'POST /api/v1/production-orders/:productionOrderId/lift-stop-work': ['ENGINEERING'],
  'POST /api/v1/production-orders/:productionOrderId/record-call-off': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/correct-call-off': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/withdraw-call-off': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/defer-delivery': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/correct-deferral': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/withdraw-deferral': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/plan-shipment': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/cancel-shipment': ['MERCHANDISER'],
  'POST /api/v1/production-orders/:productionOrderId/inspect-shipment': ['QC'],
  'POST /api/v1/production-orders/:productionOrderId/disposition-return': ['WAREHOUSE', 'QC'],
  'POST /api/v1/production-orders/:productionOrderId/correct-disposition': ['WAREHOUSE', 'QC'],
  'POST /api/v1/engineering-packages/:packageId/submit-artefact': ['ENGINEERING'],
  'POST /api/v1/engineering-packages/:packageId/submit-bom': ['ENGINEERING'],
  'POST /api/v1/engineering-packages/:packageId/record-customer-approval': ['ENGINEERING'],
  'POST /api/v1/engineering-packages/:packageId/mark-not-applicable': ['ENGINEERING'],
  'POST /api/v1/engineering-packages/:packageId/confirm-artefact': ['ENGINEERING'],
  'POST /api/v1/engineering-packages/:packageId/release-package': ['ENGINEERING'],
  'POST /api/v1/order-trackings/:trackingId/raise-exception': [
    'STEP_OWNER',
    'WORKSHOP_DIRECTOR',
    'PMC',
    'MERCHANDISER',
  ],
  'POST /api/v1/order-trackings/:trackingId/feed-back-to-sales': ['MERCHANDISER'],
  'POST /api/v1/order-trackings/:trackingId/answer-inquiry': ['MERCHANDISER'],
  'POST /api/v1/order-trackings/:trackingId/inform-customer': SELLERS,
  'POST /api/v1/order-trackings/:trackingId/ask-progress': SELLERS,
  'POST /api/v1/order-trackings/:trackingId/resolve-exception': ['WORKSHOP_DIRECTOR'],
  'POST /api/v1/production-orders': ['MERCHANDISER'],
  'POST /api/v1/stock-snapshots': ['WAREHOUSE', 'PMC'],
  'POST /api/v1/stock-snapshots/:snapshotId/add-stock-rows': ['WAREHOUSE', 'PMC'],
  'POST /api/v1/production-orders/:productionOrderId/hand-over-to-engineering': ['MERCHANDISER'],
  'POST /api/v1/parties': REGISTRARS,
  'POST /api/v1/parties/:partyId/change-party': REGISTRARS,
  'POST /api/v1/parties/:partyId/deactivate-party': REGISTRARS,
  'POST /api/v1/parties/:partyId/reactivate-party': REGISTRARS,
  'POST /api/v1/parties/:partyId/add-contact': REGISTRARS,
  'POST /api/v1/parties/:partyId/change-contact': REGISTRARS,
  'POST /api/v1/parties/:partyId/remove-contact': REGISTRARS,
  'POST /api/v1/parties/:partyId/record-org-chart': REGISTRARS,
  'POST /api/v1/channels': MANAGERS,
  'POST /api/v1/channels/:channelId/activate-channel': MANAGERS,
  'POST /api/v1/channels/:channelId/start-channel-review': MANAGERS,
  'POST /api/v1/channels/:channelId/assess-channel': MANAGERS,
  'POST /api/v1/channels/:channelId/suspend-channel': MANAGERS,
  'POST /api/v1/channels/:channelId/reinstate-channel': MANAGERS,
  'POST /api/v1/channels/:channelId/terminate-channel': MANAGERS,
  'POST /api/v1/visits': SELLERS,
  'POST /api/v1/visits/:visitId/revise-visit': SELLERS,
  'POST /api/v1/visits/:visitId/report-visit': SELLERS,
  'POST /api/v1/visits/:visitId/cancel-visit': SELLERS,
  'POST /api/v1/visits/:visitId/send-written-material': SELLERS,
  'POST /api/v1/sample-projects': SELLERS,
  'POST /api/v1/sample-projects/:sampleProjectId/approve-sample': MANAGERS,
  'POST /api/v1/sample-projects/:sampleProjectId/refuse-sample': MANAGERS,
  'POST /api/v1/sample-projects/:sampleProjectId/cancel-sample': SELLERS,
  'POST /api/v1/sample-projects/:sampleProjectId/install-sample': SELLERS,
  'POST /api/v1/sample-projects/:sampleProjectId/accept-sample': SELLERS,
  'POST /api/v1/sample-projects/:sampleProjectId/reject-sample': SELLERS,
  'POST /api/v1/sample-projects/:sampleProjectId/record-sample-payment': ['FINANCE'],
  'GET /admin/events': ['ADMIN', 'BI'],
  'GET /admin/event-catalogue': ['ADMIN', 'BI'],
  'GET /admin/consumers': ['ADMIN', 'BI'],
  'GET /admin/relay': ['ADMIN', 'BI'],
  'GET /admin/transitions': ['ADMIN', 'BI'],
  'GET /admin/timers': ['ADMIN'],
};
const PUBLIC = ['GET /health/live', 'GET /health/ready', 'GET /metrics'];

/** The vault of a service is for who may name a person in one of its commands; where nobody may yet, for the administrator. */
const KEEPERS: Record<string, Role[]> = {
  lead: REGISTRARS,
  contract: ['COMMERCE', 'SALES_MANAGER', 'FINANCE'],
  production: ['WAREHOUSE'],
  lead: MARKETERS,
};

function allowedPersons(service: string, route: string): readonly Role[] {
  const keepers: Role[] = KEEPERS[service] ?? ['ADMIN'];
  return service === 'contract' && route !== 'POST /api/v1/persons' ? [...keepers, 'COMPANY_LEADER'] : keepers;
}

function allowed(service: string, route: string): readonly Role[] {
  if (route.includes(' /api/v1/persons')) return allowedPersons(service, route);
  if (COMMANDS[route]) return COMMANDS[route];
  return route.includes(' /admin') ? ['ADMIN'] : (READERS[service] ?? []);
}

describe('who may use which route', () => {
  let running: RunningSystem;
  beforeAll(async () => (running = await startSystem()));
  afterAll(() => running.stop());

  it('is decided for every route and every role, and for nobody', async () => {
    const { system } = running;
    const tokens = new Map<Role, string>();
    for (const role of ROLES) tokens.set(role, await running.tokenOf('E9', [role]));
    const wrong: string[] = [];
    let asked = 0;
    const routes = system.hosts.flatMap((host) => host.routes.map((route) => ({ service: host.name, ...route })));
    for (const { service, method, path: pattern } of routes) {
      const route = `${method} ${pattern}`;
      const target = `${system.urls[service]}${pattern.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')}`;
      const ask = async (token?: string) => {
        asked += 1;
        const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
        return (await fetch(target, { method, headers, ...(method === 'POST' ? { body: '{"wrong":1}' } : {}) })).status;
      };
      const isPublic = PUBLIC.includes(route);
      const anonymous = await ask();
      if (anonymous !== (isPublic ? 200 : 401)) wrong.push(`${service} ${route} without a token answered ${anonymous}`);
      for (const role of isPublic ? [] : ROLES) {
        const status = await ask(tokens.get(role));
        const may = allowed(service, route).includes(role);
        if (may === (status === 403) || status >= 500) wrong.push(`${service} ${route} as ${role} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(1500);
  });
});
