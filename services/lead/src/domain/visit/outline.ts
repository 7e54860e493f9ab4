import { Rejected } from '@engsales/event-sourcing/domain';
import { demandActiveContact, type PartyThen } from '../party-then.js';
import type { CounterpartWords, OutlineWords } from './visit.commands.js';
import type { CounterpartRecord, OutlineRecord } from './visit.events.js';
import type { OutlinePoint } from './visit.values.js';

/** The outline, whole. @throws Rejected VISIT_OUTLINE_INCOMPLETE {missing}, VALIDATION_FAILED, NOT_FOUND, PARTY_INACTIVE */
export function wholeOutline(words: OutlineWords, parties: readonly PartyThen[]): OutlineRecord {
  const { meet, fallback, target } = words;
  const missing = missingIn(words);
  if (missing.length > 0 || !meet || !fallback || !target) {
    throw new Rejected('VISIT_OUTLINE_INCOMPLETE', `the outline lacks ${missing.join(', ')}`, { missing });
  }
  return {
    route: listed(words.route).map(({ place, transport }) => ({ place, transport })),
    meet: counterpart(meet, '/outline/meet', parties),
    fallback: { who: counterpart(fallback.who, '/outline/fallback/who', parties), approach: fallback.approach },
    target: { who: counterpart(target.who, '/outline/target/who', parties), approach: target.approach },
    topics: listed(words.topics),
    expectedDemands: listed(words.expectedDemands).map(({ demand, response }) => ({ demand, response })),
    possibleOutcomes: listed(words.possibleOutcomes).map(({ outcome, countermeasure }) => ({
      outcome,
      countermeasure,
    })),
  };
}

/** The points of which nothing is said. */
function missingIn(words: OutlineWords): OutlinePoint[] {
  const has: readonly (readonly [OutlinePoint, boolean])[] = [
    ['ROUTE', isFilled(words.route)],
    ['MEET', isSaid(words.meet)],
    ['FALLBACK', isSaid(words.fallback?.who)],
    ['TARGET', isSaid(words.target?.who)],
    ['TOPICS', isFilled(words.topics)],
    ['DEMANDS', isFilled(words.expectedDemands)],
    ['OUTCOMES', isFilled(words.possibleOutcomes)],
  ];
  return has.filter(([, there]) => !there).map(([point]) => point);
}

const listed = <Item>(list: readonly Item[] | undefined): readonly Item[] => list ?? [];

const isFilled = (list: readonly unknown[] | undefined): boolean => listed(list).length > 0;

const isSaid = (who: CounterpartWords | undefined): boolean =>
  who !== undefined && (who.partyId !== undefined || who.contactId !== undefined || who.post !== undefined);

/** A contact is named with its party; who is not known by name is known by the post. */
function counterpart(who: CounterpartWords, pointer: string, parties: readonly PartyThen[]): CounterpartRecord {
  const { partyId, contactId, post } = who;
  if (partyId !== undefined && contactId !== undefined) {
    demandActiveContact({ partyId, contactId }, parties);
    return { partyId, contactId, post };
  }
  if (partyId === undefined && contactId === undefined) return { post };
  throw new Rejected('VALIDATION_FAILED', 'partyId and contactId go together', { pointer });
}
