import type { ServicePart } from '@engsales/service';

/** What an offer needs beside the bid: mode, risk, agreements, and proposals (运作方式、风险评估、合作协议、方案报价). */
export const offerWork: ServicePart = {
  deciders: [],
  reactions: [],
  projections: [],
  timers: [],
  migrations: [],
  controllers: [],
  queries: [],
};
