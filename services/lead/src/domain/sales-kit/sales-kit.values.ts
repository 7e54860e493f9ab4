export const KIT_STATES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type KitState = (typeof KIT_STATES)[number];

/** The sections of a sales kit (销售范本), in their order. */
export const KIT_SECTIONS = [
  'INTRODUCTION',
  'COMPANY_PROFILE',
  'PRODUCTS_SERVICES',
  'CUSTOMER_CASES',
  'TECHNICAL_SUPPORT',
  'AFTERSALES_SERVICE',
  'COOPERATION_PROCESS',
  'CONTACT',
] as const;
export type KitSectionName = (typeof KIT_SECTIONS)[number];
