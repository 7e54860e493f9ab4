import { declaredRoutes, type DeclaredRoute } from '@engsales/http';
import type { Reaction } from '@engsales/messaging';
import type { Type } from '@nestjs/common';
import type { ServiceDefinition, ServiceModule } from './definition.js';

/** What a service does, as Markdown: commands, events, reactions, read models and views, read from its module. */
export function describeUseCases(module: ServiceModule): string {
  const { service } = module;
  const routes = declaredRoutes((Reflect.getMetadata('controllers', module) ?? []) as Type[]);
  const sections = [
    section('Commands', ['command', 'who', 'route', 'possible in'], commandsOf(service, routes)),
    section('Events', ['event', 'of', 'published'], eventsOf(service)),
    section('Reactions', ['when', 'then', 'refusals that mean: nothing to do'], service.reactions.map(reactionRow)),
    section(
      'Read models',
      ['projection', 'tables', 'events'],
      service.projections.map(({ name, tables, handles }) => [name, tables.join(', '), handles.join(', ')]),
    ),
    section('Views', ['route'], viewsOf(routes)),
  ];
  return sections.filter(Boolean).join('\n\n');
}

function commandsOf({ deciders, timers = [] }: ServiceDefinition, routes: readonly DeclaredRoute[]): string[][] {
  const timed = new Set(timers.map((command) => command.name));
  return deciders.flatMap(({ aggregate }) =>
    Object.entries(aggregate.transitions).map(([command, states]) => {
      const route = routes.find(({ access }) => access.kind === 'command' && access.command === command);
      const roles = route?.access.kind === 'command' ? route.access.roles : [];
      const who = roles.length > 0 ? roles.join(', ') : timed.has(command) ? 'timer' : 'reaction or other command';
      return [command, who, route ? `\`${route.method} ${route.path}\`` : '', states.join(', ')];
    }),
  );
}

function eventsOf({ deciders, publishedEvents }: ServiceDefinition): string[][] {
  return deciders.flatMap(({ aggregate }) =>
    Object.keys(aggregate.stored).map((type) => [
      type,
      aggregate.category,
      publishedEvents.types.includes(type) ? 'yes' : '',
    ]),
  );
}

const reactionRow = ({ name, source, type, nothingToDo }: Reaction): string[] => [
  type.startsWith(`${source}.`) ? type : `${source}.${type}`,
  name,
  nothingToDo.join(', '),
];

const viewsOf = (routes: readonly DeclaredRoute[]): string[][] =>
  routes.filter(({ method }) => method === 'GET').map(({ path }) => [`\`GET ${path}\``]);

function section(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
