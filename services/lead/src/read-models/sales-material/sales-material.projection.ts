import { eachOf, insertOnce, projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { CaseStudyEvent } from '../../domain/case-study/case-study.events.js';
import type { ProductLineEvent } from '../../domain/product-line/product-line.events.js';
import type { SalesKitEvent } from '../../domain/sales-kit/sales-kit.events.js';
import type { SalesPolicyEvent } from '../../domain/sales-policy/sales-policy.events.js';

type MaterialEvent = SalesKitEvent | CaseStudyEvent | ProductLineEvent | SalesPolicyEvent;
const each = eachOf<MaterialEvent>();

/** What does sales work with? A row per kit, case, product line and policy. */
export const salesMaterial = projection<MaterialEvent>({
  name: 'sales-material',
  tables: ['sales_kit', 'case_study', 'product_line', 'sales_policy'],
  on: {
    SalesKitDrafted: ({ data, revision }, rows) =>
      insertOnce(rows, 'sales_kit', 'kit_id', {
        kit_id: data.kitId,
        revision,
        state: data.state,
        title: data.title,
        product_line_id: data.productLineId,
        version: data.version,
      }),
    SalesKitRevised: ({ data: { kitId, state, title, productLineId, version }, revision }, rows) =>
      updateNewer(rows, 'sales_kit', ['kit_id', kitId], revision, {
        state,
        title,
        product_line_id: productLineId ?? null,
        version,
      }),
    SalesKitPublished: ({ data: { kitId, state, version }, revision }, rows) =>
      updateNewer(rows, 'sales_kit', ['kit_id', kitId], revision, { state, published_version: version }),
    SalesKitRetired: ({ data: { kitId, state }, revision }, rows) =>
      updateNewer(rows, 'sales_kit', ['kit_id', kitId], revision, { state }),
    ...each(
      ['CaseStudyDrafted', 'CaseStudyChanged'],
      ({ data: { caseStudyId, state, title, projectId }, revision }, rows) =>
        upsertNewer(rows, 'case_study', 'case_study_id', {
          case_study_id: caseStudyId,
          revision,
          state,
          title,
          project_id: projectId ?? null,
        }),
    ),
    ...each(['CaseStudyApproved', 'CaseStudyWithdrawn'], ({ data: { caseStudyId, state }, revision }, rows) =>
      updateNewer(rows, 'case_study', ['case_study_id', caseStudyId], revision, { state }),
    ),
    ...each(['ProductLineDefined', 'ProductLineChanged'], ({ data, revision }, rows) =>
      upsertNewer(rows, 'product_line', 'product_line_id', {
        product_line_id: data.productLineId,
        revision,
        state: data.state,
        code: data.code,
        name: data.name,
        kind: data.kind,
      }),
    ),
    ProductLineRetired: ({ data: { productLineId, state }, revision }, rows) =>
      updateNewer(rows, 'product_line', ['product_line_id', productLineId], revision, { state }),
    SalesPolicyPublished: ({ data, revision }, rows) =>
      upsertNewer(rows, 'sales_policy', 'policy_id', {
        policy_id: data.policyId,
        revision,
        state: data.state,
        code: data.code,
        title: data.title,
        kind: data.kind,
        version: data.version,
        doc_ref: data.docRef,
        valid_from: data.validFrom,
      }),
    SalesPolicyWithdrawn: ({ data: { policyId, state }, revision }, rows) =>
      updateNewer(rows, 'sales_policy', ['policy_id', policyId], revision, { state }),
  },
});
