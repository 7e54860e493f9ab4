import type { Block, BusinessDocument } from '@engsales/documents';
import type { Bid } from '../domain/tender/bid.state.js';
import type { ExistingTender } from '../domain/tender/tender.state.js';
import { BID_VOLUMES } from '../domain/tender/tender.values.js';
import { tenderFacts, type NameOf } from './tender-heading.js';
import { BID_STATE, BID_VOLUME } from './tender-terms.js';

/** 投标文件清单: what the bid consists of, by volume, and what is still missing. */
export function bidChecklistDocument(tender: ExistingTender, nameOf: NameOf, generatedOn: string): BusinessDocument {
  const { bid, registration } = tender;
  const { checklist } = bid;
  const ticked = checklist.filter(({ tick }) => tick !== undefined).length;
  return {
    title: '投标文件清单',
    subtitle: registration.projectName,
    generatedOn,
    footer: '* 为必备',
    blocks: [
      ...openOf(bid),
      {
        kind: 'facts',
        facts: [
          ...tenderFacts(tender),
          { label: '标书', value: `第 ${bid.version} 版，${BID_STATE[bid.state]}` },
          { label: '已备', value: `${ticked} / ${checklist.length} 项` },
          { label: '商务负责人', value: nameOf(tender.commerceOwnerId) },
        ],
      },
      { kind: 'heading', text: '一、文件' },
      filesTable(bid, nameOf),
      { kind: 'heading', text: '二、分册' },
      volumesTable(bid, nameOf),
      {
        kind: 'signatures',
        parties: [
          { name: '编制人', lines: ['签字', '日期'] },
          { name: '复核人', lines: ['签字', '日期'] },
        ],
      },
    ],
  };
}

/** What a bid does not go out without. */
function openOf({ checklist }: Bid): Block[] {
  const open = checklist.filter(({ required, tick }) => required && !tick).map(({ name }) => name);
  return open.length === 0 ? [] : [{ kind: 'notice', text: `必备文件未齐：${open.join('、')}。` }];
}

/** In the order of the volumes, as the bid is bound. */
function filesTable({ checklist }: Bid, nameOf: NameOf): Block {
  const ordered = BID_VOLUMES.flatMap((volume) => checklist.filter((item) => item.volume === volume));
  return {
    kind: 'table',
    columns: [
      { heading: '序', width: 0.5, align: 'center' },
      { heading: '分册', width: 0.8, align: 'center' },
      { heading: '文件', width: 2.6 },
      { heading: '已备', width: 0.6, align: 'center' },
      { heading: '存档编号', width: 1.4 },
      { heading: '经办', width: 1 },
      { heading: '日期', width: 1.1, align: 'center' },
    ],
    rows: ordered.map(({ volume, name, required, tick }, index) => [
      String(index + 1),
      BID_VOLUME[volume],
      required ? `${name} *` : name,
      tick ? '✓' : '',
      tick?.docRef ?? '',
      nameOf(tick?.by),
      tick?.on ?? '',
    ]),
  };
}

function volumesTable({ volumes }: Bid, nameOf: NameOf): Block {
  return {
    kind: 'table',
    columns: [
      { heading: '分册', width: 0.8, align: 'center' },
      { heading: '内容', width: 3 },
      { heading: '编制人', width: 1 },
    ],
    rows: BID_VOLUMES.map((name) => {
      const made = volumes.find(({ volume }) => volume === name);
      if (!made) return [BID_VOLUME[name], '未编制', ''];
      const content = made.contentRef ?? `不适用：${made.notApplicableReason ?? ''}`;
      return [BID_VOLUME[name], content, nameOf(made.prepared.by)];
    }),
  };
}
