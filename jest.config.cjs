const path = require('node:path');
const { kind } = require('./jest.preset.cjs');

const withPostgres = {
  globalSetup: path.join(__dirname, 'tools/testing/postgres.setup.cjs'),
  globalTeardown: path.join(__dirname, 'tools/testing/postgres.teardown.cjs'),
};

module.exports = {
  testTimeout: 300_000,
  testSequencer: path.join(__dirname, 'tools/testing/long-first.cjs'),
  projects: [
    kind('spec', 'spec'),
    kind('integration', 'int-spec', withPostgres),
    kind('component', 'component-spec', withPostgres),
    kind('story', 'story', withPostgres),
    // a real Apache Kafka, so Java and Maven; each suite starts a broker of its own
    kind('kafka', 'kafka-{spec,story}', withPostgres),
  ],
};
