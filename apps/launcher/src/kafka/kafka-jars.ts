import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What keeps this machine from running Kafka, in one line; undefined when nothing does. */
export function whatKafkaLacks(): string | undefined {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(java.stderr ?? '')?.[1] ?? 0);
  if (java.error || version < 17) return 'Java 17 or newer is not on the PATH';
  if (spawnSync('mvn', ['-v']).error) return 'Maven (mvn) is not on the PATH';
  return undefined;
}

/** Apache Kafka's jars, as deploy/kafka/pom.xml pins them; fetched once per version of that file, then kept. */
export function kafkaJars(checkout: string, say: (line: string) => void): string {
  const lacking = whatKafkaLacks();
  if (lacking) throw new Error(`Kafka cannot run here: ${lacking}; or set KAFKA_BROKERS to a broker of yours`);
  const pom = path.join(checkout, 'deploy/kafka/pom.xml');
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const target = path.join(checkout, '.cache', `kafka-${version}`);
  if (existsSync(target)) return target;
  say('fetching Apache Kafka with Maven (first time, 43 MB)');
  // fetched beside and renamed: an interrupted download leaves nothing that looks complete
  const draft = `${target}.new-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`];
  const done = spawnSync('mvn', ['-q', '-B', '-f', pom, ...goal], { encoding: 'utf8' });
  if (done.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`Kafka could not be fetched: ${done.stdout}${done.stderr}`);
  }
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // another process was quicker
  }
  return target;
}
