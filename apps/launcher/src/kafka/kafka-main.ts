import { Command } from 'commander';
import { CHECKOUT, dataDirOf } from '../data-dir.js';
import { launch } from '../launch.js';
import { startKafka } from './kafka-server.js';

/** `npm run kafka` */
const program = new Command('npm run kafka --')
  .description(
    'Apache Kafka 4.1 (KRaft) from Maven Central on this machine’s Java; data in .data/kafka. Ctrl-C stops it.',
  )
  .option('--port <n>', 'port; 0 takes a free one', process.env.KAFKA_PORT || '7092')
  .parse();
const { port } = program.opts<{ port: string }>();

void launch(
  (say) => startKafka({ checkout: CHECKOUT, dataDir: dataDirOf(process.env), port: Number(port), say }),
  ({ brokers, takenOver }) =>
    `\n${takenOver ? 'a Kafka left behind is used on\n' : ''}  export KAFKA_BROKERS=${brokers}\n\nkafka ready\n`,
);
