import path from 'node:path';

/** The root of the checkout. */
export const CHECKOUT = path.resolve(__dirname, '../../..');

/** Keys, the embedded PostgreSQL and the local Kafka live here. */
export const dataDirOf = (env: NodeJS.ProcessEnv) => path.resolve(CHECKOUT, env.ENGSALES_DATA_DIR || '.data');
