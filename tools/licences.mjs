// What is shipped may be used: every package behind `dependencies` has a licence that a company can live with.
import { init } from 'license-checker-rseidelsohn';
import { promisify } from 'node:util';
import { root } from './setup.mjs';

/** SPDX identifiers, and expressions of them; none asks for the source of what uses the package. */
const ALLOWED =
  /^\(?(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|OFL-1\.1|Zlib)\b/;
/** Read by hand, since their package.json says it in an older way. */
const KNOWN = new Map([
  ['png-js', 'MIT'],
  ['busboy', 'MIT'],
  ['streamsearch', 'MIT'],
]);

/** Sentences, one for each package that nobody may ship. */
export async function licenceFaults() {
  const packages = await promisify(init)({ start: root, production: true, excludePrivatePackages: true });
  return Object.entries(packages).flatMap(([name, { licenses }]) => {
    const plain = name.replace(/@[^@]*$/, '');
    const said = [licenses].flat().join(' OR ').replace(/\*$/, '');
    return ALLOWED.test(said) || KNOWN.has(plain) ? [] : [`${name} has the licence ${said || 'of nobody'}`];
  });
}
