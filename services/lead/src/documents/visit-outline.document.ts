import type { BusinessDocument } from '@engsales/documents';
import type { ExistingVisit } from '../domain/visit/visit.state.js';
import { counterpartText, heading, numbered, pairs, visitFacts, type VisitWords } from './visit-paper.js';
import { PACKING_ITEM } from './visit-terms.js';

/** 访客提纲 as it is taken along: the six points, and what is packed. */
export function visitOutlineDocument(visit: ExistingVisit, words: VisitWords): BusinessDocument {
  const { outline, checklist, preparationNotes } = visit;
  const { route, meet, fallback, target, topics, expectedDemands, possibleOutcomes } = outline;
  return {
    title: '访客提纲',
    subtitle: words.projectName,
    generatedOn: words.generatedOn,
    blocks: [
      visitFacts(visit, words),
      heading('一、路线'),
      pairs(
        ['地点', '交通'],
        route.map(({ place, transport }) => [place, transport]),
      ),
      heading('二、拜访对象'),
      {
        kind: 'table',
        columns: [{ heading: '' }, { heading: '对象', width: 3 }, { heading: '方式', width: 3 }],
        rows: [
          ['见谁', counterpartText(meet, words), ''],
          ['不在时', counterpartText(fallback.who, words), fallback.approach],
          ['目标人', counterpartText(target.who, words), target.approach],
        ],
      },
      heading('三、话题'),
      numbered('话题', topics),
      heading('四、对方可能的要求'),
      pairs(
        ['要求', '答复'],
        expectedDemands.map(({ demand, response }) => [demand, response]),
      ),
      heading('五、可能的结果'),
      pairs(
        ['结果', '对策'],
        possibleOutcomes.map(({ outcome, countermeasure }) => [outcome, countermeasure]),
      ),
      heading('六、备品'),
      pairs(
        ['物品', '已备'],
        checklist.map(({ item, packed }) => [PACKING_ITEM[item], packed ? '是' : '否']),
      ),
      { kind: 'paragraph', text: `备注：${preparationNotes ?? '无'}` },
    ],
  };
}
