import { startEmbedded } from './embedded.js';
import { launch, serviceTable } from './launch.js';

/** `npm start` */
void launch(
  (say) => startEmbedded(process.env, say),
  ({ urls }) =>
    `${serviceTable(urls)}\n` +
    '  a token:  npm run -s token -- --role SALES --name "Li Na"     (roles: npm run token -- --help)\n' +
    '  a walk:   npm run story\n\nengsales ready\n',
);
