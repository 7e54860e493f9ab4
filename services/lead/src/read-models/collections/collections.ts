import type { ListSort, Projection } from '@engsales/read-models';
import { salesMaterial } from '../sales-material/sales-material.projection.js';
import { salesPlans } from '../sales-plans/sales-plans.projection.js';
import { salesTeams } from '../sales-teams/sales-teams.projection.js';

/** What the lists of these collections are filtered by, besides state and a part of a text. */
export const COLLECTION_FILTERS = ['teamId', 'staffId', 'productLineId', 'projectId', 'kind', 'period'] as const;
export type CollectionFilter = (typeof COLLECTION_FILTERS)[number];

/** How a collection is listed. The SQL is written here; what callers say goes in as parameters. */
export interface Collection {
  readonly from: Projection;
  readonly table: string;
  readonly id: string;
  /** Columns under their public names. */
  readonly columns: string;
  /** Columns that a part of a text is looked for in. */
  readonly texts: readonly string[];
  /** Public names of what it is sorted by; the first is where nothing is said. */
  readonly sorts: Readonly<Record<string, { readonly sql: string; readonly sort: ListSort }>>;
  /** SQL of a filter; `?` is its value. */
  readonly filters: Partial<Readonly<Record<CollectionFilter, string>>>;
}

const text = (sql: string) => ({ sql, sort: 'text' }) as const;
const date = (sql: string) => ({ sql, sort: 'date' }) as const;

export const COLLECTIONS = {
  salesPlans: {
    from: salesPlans,
    table: 'sales_plan',
    id: 'plan_id',
    columns: `plan_id AS "planId", state, title, from_on::text AS "from", to_on::text AS "to", team_id AS "teamId",
      drafted_by AS "draftedBy"`,
    texts: ['title'],
    sorts: { from: date('from_on'), title: text('title') },
    filters: { teamId: 'team_id = ?::uuid' },
  },
  salesTeams: {
    from: salesTeams,
    table: 'sales_team',
    id: 'team_id',
    columns: `team_id AS "teamId", state, name, leader_id AS "leaderId",
      (SELECT count(*) FROM sales_member m WHERE m.team_id = c.team_id AND m.state = 'ACTIVE')::int AS members`,
    texts: ['name', 'leader_id'],
    sorts: { name: text('name') },
    filters: {},
  },
  salesMembers: {
    from: salesTeams,
    table: 'sales_member',
    id: 'member_id',
    columns: `member_id AS "memberId", state, staff_id AS "staffId", post, team_id AS "teamId",
      enrolled_on::text AS "enrolledOn", left_on::text AS "leftOn"`,
    texts: ['staff_id', 'post'],
    sorts: { staffId: text('staff_id'), enrolledOn: date('enrolled_on') },
    filters: { teamId: 'team_id = ?::uuid', staffId: 'staff_id = ?' },
  },
  trainings: {
    from: salesTeams,
    table: 'sales_training',
    id: 'training_id',
    columns: `training_id AS "trainingId", state, topic, title, on_day::text AS "on", staff_ids AS "staffIds", results`,
    texts: ['title'],
    sorts: { on: date('on_day'), title: text('title') },
    filters: {
      kind: 'topic = ?',
      staffId: 'staff_ids @> ARRAY[?::text]',
      teamId: `staff_ids && ARRAY(SELECT m.staff_id FROM sales_member m WHERE m.team_id = ?::uuid)`,
    },
  },
  performanceReviews: {
    from: salesTeams,
    table: 'performance_review',
    id: 'review_id',
    columns: `review_id AS "reviewId", state, staff_id AS "staffId", period, score_percent AS "scorePercent", proposal,
      amount_fen::float8 AS "amountFen"`,
    texts: ['staff_id', 'period'],
    sorts: { period: text('period'), staffId: text('staff_id') },
    filters: {
      staffId: 'staff_id = ?',
      period: 'period = ?',
      teamId: `staff_id IN (SELECT m.staff_id FROM sales_member m WHERE m.team_id = ?::uuid)`,
    },
  },
  salesKits: {
    from: salesMaterial,
    table: 'sales_kit',
    id: 'kit_id',
    columns: `kit_id AS "kitId", state, title, product_line_id AS "productLineId", version,
      published_version AS "publishedVersion"`,
    texts: ['title'],
    sorts: { title: text('title') },
    filters: { productLineId: 'product_line_id = ?::uuid' },
  },
  caseStudies: {
    from: salesMaterial,
    table: 'case_study',
    id: 'case_study_id',
    columns: `case_study_id AS "caseStudyId", state, title, project_id AS "projectId"`,
    texts: ['title'],
    sorts: { title: text('title') },
    filters: { projectId: 'project_id = ?::uuid' },
  },
  productLines: {
    from: salesMaterial,
    table: 'product_line',
    id: 'product_line_id',
    columns: `product_line_id AS "productLineId", state, code, name, kind`,
    texts: ['code', 'name'],
    sorts: { code: text('code'), name: text('name') },
    filters: { kind: 'kind = ?' },
  },
  salesPolicies: {
    from: salesMaterial,
    table: 'sales_policy',
    id: 'policy_id',
    columns: `policy_id AS "policyId", state, code, title, kind, version, doc_ref AS "docRef",
      valid_from::text AS "validFrom"`,
    texts: ['code', 'title'],
    sorts: { code: text('code'), validFrom: date('valid_from') },
    filters: { kind: 'kind = ?' },
  },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof COLLECTIONS;

/** The words by which a collection is sorted, descending with a minus. */
export const sortsOf = (name: CollectionName): readonly string[] =>
  Object.keys(COLLECTIONS[name].sorts).flatMap((sort) => [sort, `-${sort}`]);
