/** The words of a building project: phases, the processes in them, and the work packages and permits of each process. */

/** The five phases of a project, from the land to the move-in. */
export const PHASES = [
  'LAND_ACQUISITION',
  'CONSTRUCTION_START',
  'SALES_OPENING',
  'SALES_CLEARANCE',
  'MOVE_IN',
] as const;
export type ConstructionPhase = (typeof PHASES)[number];

/** In the order in which a project passes them. */
export const CONSTRUCTION_PROCESSES = [
  'LAND_OBTAINING',
  'PLANNING_DESIGN',
  'CONSTRUCTION_PREPARATION',
  'CONSTRUCTION_1',
  'CONSTRUCTION_2',
  'PRE_SALE',
  'SALES',
  'CLEARANCE',
  'COMPLETION_MOVE_IN',
  'AFTERSALES_TRANSFER',
] as const;
export type ConstructionProcess = (typeof CONSTRUCTION_PROCESSES)[number];

export const PHASE_OF_PROCESS = {
  LAND_OBTAINING: 'LAND_ACQUISITION',
  PLANNING_DESIGN: 'LAND_ACQUISITION',
  CONSTRUCTION_PREPARATION: 'LAND_ACQUISITION',
  CONSTRUCTION_1: 'CONSTRUCTION_START',
  CONSTRUCTION_2: 'CONSTRUCTION_START',
  PRE_SALE: 'CONSTRUCTION_START',
  SALES: 'SALES_OPENING',
  CLEARANCE: 'SALES_CLEARANCE',
  COMPLETION_MOVE_IN: 'MOVE_IN',
  AFTERSALES_TRANSFER: 'MOVE_IN',
} as const satisfies Readonly<Record<ConstructionProcess, ConstructionPhase>>;

export const WORK_PACKAGES_OF_PROCESS = {
  LAND_OBTAINING: ['LAND_INFO', 'VALUE_JUDGEMENT', 'FUNDING_SEARCH', 'LAND_BIDDING'],
  PLANNING_DESIGN: ['AREA_RESEARCH', 'POSITIONING', 'PRE_DESIGN', 'INDICATORS', 'CONSTRUCTION_DRAWINGS'],
  CONSTRUCTION_PREPARATION: ['PRE_START'],
  CONSTRUCTION_1: ['START', 'FOUNDATION', 'STRUCTURE', 'PROGRESS_PAYMENT', 'STRUCTURE_ACCEPTANCE'],
  CONSTRUCTION_2: [
    'FACADE_MATERIALS',
    'PLUMBING',
    'HEATING',
    'ELECTRICAL',
    'INTELLIGENT',
    'HVAC',
    'ELEVATOR',
    'SHELL_FILING',
    'FITOUT',
    'FITOUT_FILING',
    'ANCILLARY',
    'FINAL_SETTLEMENT',
  ],
  PRE_SALE: ['SHOW_PREPARATION', 'SHOW', 'OPENING_PREPARATION'],
  SALES: [],
  CLEARANCE: [],
  COMPLETION_MOVE_IN: ['MOVE_IN_PREPARATION', 'PROPERTY_TAKEOVER', 'MOVE_IN_FORMALITIES'],
  AFTERSALES_TRANSFER: ['TITLE_PREPARATION', 'LAND_CERTIFICATE_PREPARATION'],
} as const satisfies Readonly<Record<ConstructionProcess, readonly string[]>>;
export type WorkPackage = (typeof WORK_PACKAGES_OF_PROCESS)[ConstructionProcess][number];

export const PERMITS_OF_PROCESS = {
  LAND_OBTAINING: ['LAND_GRANT_CONTRACT', 'LAND_USE_PLANNING_PERMIT', 'LAND_CERTIFICATE'],
  PLANNING_DESIGN: [],
  CONSTRUCTION_PREPARATION: ['CONSTRUCTION_PLANNING_PERMIT', 'CONSTRUCTION_PERMIT'],
  CONSTRUCTION_1: [],
  CONSTRUCTION_2: ['COMPLETION_FILING'],
  PRE_SALE: ['PRESALE_PERMIT'],
  SALES: [],
  CLEARANCE: [],
  COMPLETION_MOVE_IN: ['OCCUPANCY_PERMIT'],
  AFTERSALES_TRANSFER: ['TITLE_CERTIFICATE'],
} as const satisfies Readonly<Record<ConstructionProcess, readonly string[]>>;
export type PermitType = (typeof PERMITS_OF_PROCESS)[ConstructionProcess][number];

/** All of them, in the order of the processes. */
export const WORK_PACKAGES: readonly WorkPackage[] = CONSTRUCTION_PROCESSES.flatMap(
  (process): readonly WorkPackage[] => WORK_PACKAGES_OF_PROCESS[process],
);
export const PERMITS: readonly PermitType[] = CONSTRUCTION_PROCESSES.flatMap(
  (process): readonly PermitType[] => PERMITS_OF_PROCESS[process],
);
