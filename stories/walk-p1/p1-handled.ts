import type { StoryRun } from './story-run.js';

/** Waits until every group has handled the position; answers what a service that heard of it has come to. */
export async function waitUntilHandled(story: StoryRun, position: unknown, by: string): Promise<string> {
  const [publisher = by] = String(position).split('.');
  const handled = `/admin/consumers?handled=${String(position)}`;
  await story.get('admin', publisher, handled); // who publishes knows of every group
  return String((await story.get('admin', by, handled)).head);
}

/** Waits until every group has handled the position, and what production did of it; answers a position of production to wait for. */
export async function waitForProduction(story: StoryRun, position: unknown): Promise<string> {
  const handled = (at: string) => story.get('admin', 'production', `/admin/consumers?handled=${at}`);
  await handled(String(position));
  const { head } = await handled(String(position));
  await handled(String(head));
  const { head: reached } = await handled(String(head));
  return String(reached);
}
