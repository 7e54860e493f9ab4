import { Command } from 'commander';
import { startDistributed } from './distributed.js';
import { launch, serviceTable } from './launch.js';
import { addReplicas, type Replicas } from './replicas.js';

/** `npm run start:kafka` */
const program = new Command('npm run start:kafka --')
  .description(
    'The five services as five processes on Kafka and PostgreSQL, each started here unless KAFKA_BROKERS or DATABASE_URL is set.',
  )
  .option('--replicas <service=n>', 'processes of one service, each ten ports higher; repeat it', addReplicas, {})
  .parse();
const { replicas } = program.opts<{ replicas: Replicas }>();

void launch(
  (say) => startDistributed(process.env, { replicas, say, onOutput: (text) => process.stdout.write(text) }),
  ({ urls, brokers, replicas: all }) => {
    const further = all.filter(({ name, url }) => urls[name] !== url);
    return (
      `${serviceTable(urls)}${further.map(({ name, url }) => `  ${name.padEnd(11)} ${url}   further replica\n`).join('')}` +
      `  Kafka       ${brokers}\n\n  a walk:   npm run story -- --kafka\n\nengsales ready\n`
    );
  },
);
