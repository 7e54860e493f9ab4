import { CommandExecutor, fold, MemoryEventStore, Rejected, type CommandResult } from '@engsales/event-sourcing';
import { issued } from '@engsales/event-sourcing/testing';
import {
  AddContact,
  ChangeParty,
  DeactivateParty,
  RegisterParty,
  type PartyWords,
} from '../domain/party/party.commands.js';
import { aContact, aHospital, aPerson, USCC } from '../domain/party/party.fixtures.js';
import { party } from '../domain/party/party.js';
import { keyOfParty, nameKey, partyKey } from '../domain/party/party-keys.js';
import { ChangePartyHandler, RegisterPartyHandler } from './party.handlers.js';
import { readParties, readParty } from './read-parties.js';

const named = (name: string, changes: Partial<PartyWords> = {}): PartyWords => ({
  ...aHospital,
  uscc: undefined,
  name,
  ...changes,
});

describe('what a party is known by', () => {
  let executor: CommandExecutor;
  let commands = 0;
  const now = (at = '2025-03-10T01:00:00.000Z') => {
    commands += 1;
    return issued({ commandId: `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`, at });
  };
  const register = (partyId: string, words: PartyWords, how = now()): Promise<CommandResult> =>
    new RegisterPartyHandler(executor).execute(new RegisterParty({ partyId, ...words }, how));
  const change = (partyId: string, words: PartyWords, how = now()): Promise<CommandResult> =>
    new ChangePartyHandler(executor).execute(new ChangeParty({ partyId, ...words }, how));
  const refusalIn = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => {
        const { code, details } = error as Rejected;
        return { code, ...details };
      },
    );
  const duplicateOf = (existingPartyId: string) => ({ code: 'DUPLICATE_PARTY', existingPartyId });
  const holderOf = async (value: string) => {
    const stream = await executor.store.readStream(`${partyKey.category}-${partyKey.idFor(value)}`);
    const key = fold(partyKey, stream);
    return key.state === 'HELD' ? key.heldBy : undefined;
  };

  beforeEach(() => {
    executor = new CommandExecutor(new MemoryEventStore());
  });

  it('is its code and its name (L-102)', async () => {
    await register('p-1', aHospital);
    expect(await holderOf(`USCC:${USCC}`)).toBe('p-1');
    expect(await holderOf(nameKey('临江市第二人民医院'))).toBe('p-1');
    expect(await refusalIn(register('p-2', named('别名', { uscc: USCC })))).toEqual(duplicateOf('p-1'));
    expect(await refusalIn(register('p-2', named('临江市 第二人民医院')))).toEqual(duplicateOf('p-1'));
    expect(await readParty(executor.store, 'p-2')).toEqual({ state: 'NONE' });
  });

  it('lets another of the same name in that has a code of its own (L-102)', async () => {
    await register('p-1', aHospital);
    await register('p-2', { ...aHospital, uscc: 'OTHER-CODE' });
    expect(await holderOf(nameKey('临江市第二人民医院'))).toBe('p-1');
    expect(await holderOf('USCC:OTHER-CODE')).toBe('p-2');
  });

  it('is the person, for an individual (L-102)', async () => {
    await register('p-1', aPerson);
    expect(await holderOf(keyOfParty(aPerson))).toBe('p-1');
    expect(await refusalIn(register('p-2', aPerson))).toEqual(duplicateOf('p-1'));
  });

  it('is free for another once the party is called otherwise (L-105)', async () => {
    await register('p-1', named('甲'));
    await change('p-1', named('乙'));
    expect([await holderOf(nameKey('甲')), await holderOf(nameKey('乙'))]).toEqual([undefined, 'p-1']);
    await register('p-2', named('甲'));
    expect(await refusalIn(change('p-1', named('甲')))).toEqual(duplicateOf('p-2'));
    expect(await readParty(executor.store, 'p-1')).toMatchObject({ name: '乙' });
  });

  it('stays with the party that only says something else (L-105)', async () => {
    await register('p-1', aHospital);
    await change('p-1', { ...aHospital, city: '江北' });
    expect(await holderOf(`USCC:${USCC}`)).toBe('p-1');
    await change('p-1', named('临江市第二人民医院'));
    expect([await holderOf(`USCC:${USCC}`), await holderOf(nameKey('临江市第二人民医院'))]).toEqual([undefined, 'p-1']);
  });

  it('stays with a party that is not active (L-106)', async () => {
    await register('p-1', named('甲'));
    await executor.execute(party, new DeactivateParty({ partyId: 'p-1', reason: 'x' }, now()));
    expect(await refusalIn(register('p-2', named('甲')))).toEqual(duplicateOf('p-1'));
  });

  it('is not taken by what is only tried, or is refused anyway (L-102)', async () => {
    const tried = await register('p-1', named('甲'), { ...now(), dryRun: true });
    expect(tried.events.map(({ type }) => type)).toEqual(['PartyRegistered']);
    const wrong = named('甲', { roles: ['COMPETITOR'] });
    expect(await refusalIn(register('p-1', wrong))).toMatchObject({ code: 'COMPETITOR_TYPE_REQUIRED' });
    expect(await holderOf(nameKey('甲'))).toBeUndefined();
    await register('p-2', named('甲'));
    expect(await refusalIn(register('p-3', named('甲'), { ...now(), dryRun: true }))).toEqual(duplicateOf('p-2'));
    await change('p-2', named('乙'), { ...now(), dryRun: true });
    expect([await holderOf(nameKey('甲')), await holderOf(nameKey('乙'))]).toEqual(['p-2', undefined]);
  });

  it('is held for a while by a party that is just being registered, and not for ever (L-102)', async () => {
    const value = nameKey('甲');
    const reserved = { reservationId: partyKey.idFor(value), value, heldBy: 'p-crashed' };
    await executor.execute(partyKey, new partyKey.Reserve(reserved, now()));
    expect(await refusalIn(register('p-2', named('甲')))).toEqual(duplicateOf('p-crashed'));
    await register('p-2', named('甲'), now('2025-03-10T01:06:00.000Z'));
    expect(await holderOf(value)).toBe('p-2');
  });

  it('gives the first answer again to a retry (L-102)', async () => {
    const how = now();
    const first = await register('p-1', named('甲'), how);
    expect(await register('p-1', named('甲'), how)).toEqual(first);
  });

  it('refuses to change a party that there is not', async () =>
    expect(await refusalIn(change('p-9', named('甲')))).toMatchObject({ code: 'NOT_FOUND' }));

  it('is read with the contacts by whoever names the party (L-112)', async () => {
    await register('p-1', aHospital);
    const added = await executor.execute(party, new AddContact({ partyId: 'p-1', ...aContact }, now()));
    const { contact } = added.events[0]?.data as { contact: { contactId: string } };
    expect(await readParties(executor.store, ['p-1', undefined, 'p-1', 'p-9'])).toEqual([
      {
        partyId: 'p-1',
        state: 'ACTIVE',
        roles: ['OWNER', 'USER'],
        contactIds: [contact.contactId],
        name: aHospital.name,
        contacts: [{ contactId: contact.contactId, personRef: aContact.personRef, post: aContact.post }],
      },
    ]);
  });
});
