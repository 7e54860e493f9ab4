import { decides } from '@engsales/event-sourcing';
import { RecordMarketAnalysisHandler } from './commands/market-analysis.handler.js';
import { EvaluateSalesPlanHandler, ReviewSalesPlanHandler } from './commands/measured-plans.handlers.js';
import { DraftSalesKitHandler, PublishSalesKitHandler, ReviseSalesKitHandler } from './commands/sales-kit.handlers.js';
import { ChangeMemberHandler, DraftSalesPlanHandler, EnrolMemberHandler } from './commands/team-named.handlers.js';
import { caseStudy } from './domain/case-study/case-study.js';
import { deal } from './domain/deal/deal.js';
import { performanceReview } from './domain/performance-review/performance-review.js';
import { productLine } from './domain/product-line/product-line.js';
import { salesKit } from './domain/sales-kit/sales-kit.js';
import { salesMember } from './domain/sales-member/sales-member.js';
import { salesPlan } from './domain/sales-plan/sales-plan.js';
import { salesPolicy } from './domain/sales-policy/sales-policy.js';
import { salesTeam } from './domain/sales-team/sales-team.js';
import { training } from './domain/training/training.js';
import { CaseStudiesController, CaseStudyController } from './http/case-studies.controller.js';
import { PerformanceReviewController, PerformanceReviewsController } from './http/performance-reviews.controller.js';
import { PlanStepsController } from './http/plan-steps.controller.js';
import { ProductLineController, ProductLinesController } from './http/product-lines.controller.js';
import { SalesKitController, SalesKitsController } from './http/sales-kits.controller.js';
import { ReferenceCustomersController } from './http/reference-customers.controller.js';
import { SalesMemberController, SalesMembersController } from './http/sales-members.controller.js';
import { SalesPlanController, SalesPlansController } from './http/sales-plans.controller.js';
import { SalesPoliciesController, SalesPolicyController } from './http/sales-policies.controller.js';
import { SalesTeamController, SalesTeamsController } from './http/sales-teams.controller.js';
import { TrainingController, TrainingsController } from './http/trainings.controller.js';
import { SalesReadModels } from './migrations/1764000020000-sales-read-models.js';
import { CustomerReadModels } from './migrations/1764000040000-customer-read-models.js';
import * as dealReactions from './reactions/deals.reaction.js';
import { FindInCollectionHandler } from './read-models/collections/collections.query.js';
import { GetCustomerFileHandler } from './read-models/customer-file/customer-file.query.js';
import { leadStakeholders } from './read-models/customer-file/lead-stakeholders.projection.js';
import { deals } from './read-models/deals/deals.projection.js';
import { MeasureDealsHandler } from './read-models/deals/measured-deals.query.js';
import { GetSalesByHandler } from './read-models/deals/sales-by.query.js';
import { FindReferenceCustomersHandler } from './read-models/reference-customers/reference-customers.query.js';
import { salesMaterial } from './read-models/sales-material/sales-material.projection.js';
import { salesPlans } from './read-models/sales-plans/sales-plans.projection.js';
import { salesTeams } from './read-models/sales-teams/sales-teams.projection.js';
import { GetTeamPeopleHandler } from './read-models/sales-teams/team-people.query.js';
import { SalesKitPapersController, SalesPlanPapersController } from './http/sales-papers.controller.js';
import type { ServicePart } from '@engsales/service';

/** How selling is planned and measured: plans, deals, teams, material (计划、业绩、团队、资料). */
export const salesManagement: ServicePart = {
  deciders: [
    decides(salesPlan, [
      DraftSalesPlanHandler,
      RecordMarketAnalysisHandler,
      ReviewSalesPlanHandler,
      EvaluateSalesPlanHandler,
    ]),
    decides(deal),
    decides(salesTeam),
    decides(salesMember, [EnrolMemberHandler, ChangeMemberHandler]),
    decides(training),
    decides(performanceReview),
    decides(salesKit, [DraftSalesKitHandler, PublishSalesKitHandler, ReviseSalesKitHandler]),
    decides(caseStudy),
    decides(productLine),
    decides(salesPolicy),
  ],
  reactions: [...Object.values(dealReactions)],
  projections: [salesPlans, deals, salesTeams, salesMaterial, leadStakeholders],
  timers: [],
  migrations: [SalesReadModels, CustomerReadModels],
  controllers: [
    SalesPlansController,
    SalesPlanController,
    PlanStepsController,
    SalesTeamsController,
    SalesTeamController,
    SalesMembersController,
    SalesMemberController,
    TrainingsController,
    TrainingController,
    PerformanceReviewsController,
    PerformanceReviewController,
    SalesKitsController,
    SalesKitPapersController,
    SalesPlanPapersController,
    SalesKitController,
    CaseStudiesController,
    CaseStudyController,
    ProductLinesController,
    ProductLineController,
    SalesPoliciesController,
    SalesPolicyController,
    ReferenceCustomersController,
  ],
  queries: [
    FindInCollectionHandler,
    MeasureDealsHandler,
    GetSalesByHandler,
    GetTeamPeopleHandler,
    FindReferenceCustomersHandler,
    GetCustomerFileHandler,
  ],
};
