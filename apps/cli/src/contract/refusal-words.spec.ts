import { wordsOfDetails } from './refusal-words.js';

describe('the details of what a lead is refused with, as people read them', () => {
  const held = { existingLeadId: '0a', existingState: 'CAPTURED', salespersonId: 'li-na' };
  it.each([
    [held, '已有线索 0a，其状态 CAPTURED，业务员 li-na', 'lead 0a, in state CAPTURED, salesperson li-na'],
    [{ ...held, salespersonId: undefined }, '已有线索 0a，其状态 CAPTURED', 'lead 0a, in state CAPTURED'],
    [{ source: 'PERSONAL_REFERRAL' }, '信息来源 个人介绍', 'source 个人介绍'],
    [{ allowed: ['DESIGN_INSTITUTE', 'ELSEWHERE'] }, '可选 设计院、ELSEWHERE', 'one of 设计院, ELSEWHERE'],
    [
      { channelId: 'c', channelState: 'SUSPENDED' },
      '渠道 c，渠道状态 SUSPENDED',
      'channel c, channel in state SUSPENDED',
    ],
    [{ partyId: 'p', contactId: 'k' }, '单位 p，联系人 k', 'party p, contact k'],
    [{ partyId: 'p', limit: 200 }, '单位 p，上限 200', 'party p, at most 200'],
  ])('%j', (details, zh, en) =>
    expect([wordsOfDetails(details, 'zh'), wordsOfDetails(details, 'en')]).toEqual([zh, en]),
  );
});
