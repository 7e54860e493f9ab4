import path from 'node:path';
import { embeddedKey, embeddedSecret, isRole, ROLES, signToken, staffIdOf, type Role } from '@engsales/http';
import { dataDirOf } from '@engsales/launcher/data-dir';
import { Command, InvalidArgumentError } from 'commander';

/** `npm run token`: a token of the embedded profile on stdout, everything else on stderr. */
async function main(): Promise<void> {
  const readRole = (text: string, roles: Role[] = []) => {
    if (!isRole(text)) throw new InvalidArgumentError(`one of ${ROLES.join(', ')}`);
    return [...roles, text];
  };
  const readHours = (text: string) => {
    if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('a whole number of hours');
    return Number(text);
  };
  const program = new Command('npm run token --')
    .description('Makes a token for the embedded profile. A person may have several roles: repeat --role.')
    .requiredOption('--role <role>', `one of ${ROLES.join(', ')}`, readRole)
    .requiredOption('--name <name>', 'the person’s name; kept in the staff table, never in an event')
    .option('--id <id>', 'staff id; made from the name when absent')
    .option('--hours <n>', 'how long it is good', readHours, 720)
    .option('--json', 'print {token, id, roles} instead of the bare token')
    .parse();
  const options = program.opts<{ role: Role[]; name: string; id?: string; hours: number; json?: true }>();
  const keysDir = path.join(dataDirOf(process.env), 'keys');
  const id = options.id ?? staffIdOf(options.name, embeddedSecret(keysDir, 'staff-id-secret'));
  const token = await signToken(
    await embeddedKey(keysDir),
    { id, name: options.name, roles: options.role },
    options.hours,
  );
  process.stderr.write(`staff id ${id}, roles ${options.role.join(', ')}, good for ${options.hours} h\n`);
  process.stdout.write(`${options.json ? JSON.stringify({ token, id, roles: options.role }) : token}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
