// The linter of Redocly, with its recommended rules; those that are left out ask for what this API does not have.
import { createConfig, lintFromString } from '@redocly/openapi-core';

const RULES = {
  extends: ['recommended-strict'],
  rules: {
    'info-license': 'off',
    'info-license-strict': 'off',
    'no-server-example.com': 'off',
    'no-empty-servers': 'off', // where it runs is the operator's affair
    'operation-4xx-response': 'error',
    'operation-operationId-unique': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'no-ambiguous-paths': 'off', // contracts/import-contract stands beside contracts/{contractId}, and is found first
  },
};

/** What the linter says against a document, one sentence for each. */
export async function faultsOf(document) {
  const config = await createConfig(RULES);
  const found = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: `${document.info.title}.json`,
    config,
  });
  return found.map(({ message, location: [place] }) => `${place?.pointer ?? ''}: ${message}`);
}
