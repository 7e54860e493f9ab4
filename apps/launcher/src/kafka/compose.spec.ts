import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { brokerProperties } from './kafka-server.js';

interface Compose {
  readonly services: Record<string, { readonly image: string; readonly environment: Record<string, unknown> }>;
}

const read = (file: string) => fs.readFileSync(path.resolve(__dirname, '../../../../deploy', file), 'utf8');

/** Docker cannot run here, so what can be compared is. */
describe('deploy/compose.yaml', () => {
  const { kafka, postgres } = (parse(read('compose.yaml')) as Compose).services;

  it('runs the Kafka that pom.xml pins', () => {
    const version = /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([\d.]+)</.exec(read('kafka/pom.xml'))?.[1];
    expect(kafka?.image).toBe(`apache/kafka:${version}`);
    expect(postgres?.image).toMatch(/^postgres:\d+$/);
  });

  it('gives the broker the properties that npm run kafka gives it', () => {
    const addresses = /^(listeners|advertised|controller\.quorum|log\.dirs|broker\.(session|heartbeat))/;
    const expected = Object.entries(brokerProperties('/data', 7092, 9093)).filter(([name]) => !addresses.test(name));
    const given = Object.fromEntries(
      expected.map(([name]) => [name, String(kafka?.environment[`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`])]),
    );
    expect(given).toEqual(Object.fromEntries(expected));
    expect(String(kafka?.environment.KAFKA_ADVERTISED_LISTENERS)).toBe('PLAINTEXT://127.0.0.1:7092');
  });
});
