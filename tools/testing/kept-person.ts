import type { Person, ServiceUnderTest } from './service-under-test.js';

/** A person in the vault of the service, for commands that must name one. */
export async function keptPerson(
  service: Pick<ServiceUnderTest, 'post'>,
  by: Person,
  name = '王建国',
): Promise<string> {
  const { status, body } = await service.post(by, '/api/v1/persons', { name });
  if (status !== 201) throw new Error(`the vault answered ${status} ${JSON.stringify(body)}`);
  return String(body.personRef);
}

/** Who signs a contract, one for each side. */
export async function keptSignatories(service: Pick<ServiceUnderTest, 'post'>, by: Person) {
  return [
    { side: 'OURS', personRef: await keptPerson(service, by) },
    { side: 'THEIRS', personRef: await keptPerson(service, by, '何院长') },
  ];
}
