// Prints every signed contract; stops after as many as the first argument says, never without one.
import kafkajs from 'kafkajs';

const brokers = (process.env.KAFKA_BROKERS || '127.0.0.1:7092').split(',');
const kafka = new kafkajs.Kafka({ clientId: 'erp', brokers, logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: 'erp-node', allowAutoTopicCreation: false });
const handled = new Map(); // ce_subject -> ce_sequence; a real consumer stores it beside its effect
let wanted = Number(process.argv[2] ?? Infinity);

const eachMessage = async ({ message }) => {
  const header = (name) => String(message.headers[name] ?? '');
  const [subject, sequence] = [header('ce_subject'), Number(header('ce_sequence'))];
  if (sequence <= (handled.get(subject) ?? -1)) return; // a duplicate
  if (header('ce_type') === 'engsales.contract.ContractSigned') {
    const { contractNo, customerName, totalFen } = JSON.parse(message.value);
    console.log(contractNo, customerName, (totalFen / 100).toFixed(2), header('ce_position'));
    if ((wanted -= 1) === 0) consumer.disconnect(); // takes no further message, commits this one, and the process ends
  }
  handled.set(subject, sequence);
};

await consumer.connect();
await consumer.subscribe({ topics: ['engsales.contract.events'], fromBeginning: true });
await consumer.run({ eachMessage }); // commits what eachMessage has returned from
