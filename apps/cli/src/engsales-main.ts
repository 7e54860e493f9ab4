import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { importLeads } from './leads/leads-command.js';
import { importContracts } from './import-command.js';
import { LANGUAGES, languageOf, textsOf } from './language.js';
import { TellableError } from '@engsales/sheets';
import { RunEnded } from './run-ended.js';
import { writeTemplate, type TemplateOf } from './template/write-template.js';
import { helpOf } from './help.js';
import { printable } from './printable.js';

/** `npm run engsales`: exit code 0 when all went well, 1 when anything is wrong, 2 for wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const language = languageOf(process.env, args);
  const texts = textsOf(language);
  const help = helpOf(language);
  let code = 0;
  const program = new Command('npm run engsales --').description(help.program).exitOverride();
  const group = program.command('import').description(help.import).exitOverride();
  const lang = () => new Option('--lang <language>', help.lang).choices(LANGUAGES);
  group
    .command('contracts')
    .description(help.contracts)
    .argument('<file>', help.file)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .option('--url <url>', help.url, urlOf)
    .option('--token <token>', help.token)
    .addOption(lang())
    .addHelpText('after', `\n${help.contractsAfter}`)
    .action(async (file: string, given: { dryRun?: true; json?: true; url?: string; token?: string }) => {
      code = await importContracts(file, { ...given, language });
    });
  group
    .command('leads')
    .description(help.leads)
    .argument('<file>', help.file)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .option('--url <url>', help.leadUrl, urlOf)
    .option('--token <token>', help.leadToken)
    .addOption(lang())
    .addHelpText('after', `\n${help.leadsAfter}`)
    .action(async (file: string, given: { dryRun?: true; json?: true; url?: string; token?: string }) => {
      code = await importLeads(file, { ...given, language });
    });
  group
    .command('template')
    .description(help.template)
    .argument('<file>', help.templateFile)
    .argument('[fileOfLeads]', help.templateOfLeads)
    .option('--force', help.force)
    .addOption(lang())
    .action(async (first: string, second: string | undefined, { force = false }: { force?: boolean }) => {
      const named = ['contracts', 'leads'].find((of) => of === first) as TemplateOf | undefined;
      const [of, file] = named && second ? [named, second] : (['contracts', first] as const);
      if (file !== second && second !== undefined) throw new RunEnded((t) => t.usage, 'USAGE');
      await writeTemplate(file, force, of);
      process.stdout.write(`${texts.written(file)}\n`);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof TellableError)) throw error;
    process.stderr.write(`${printable(error.tell(texts))}\n`);
    return error.kind === 'USAGE' ? 2 : 1;
  }
}

function urlOf(text: string): string {
  if (!/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : ''))
    throw new InvalidArgumentError('http(s)://…');
  return text.replace(/\/+$/, '');
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
