import type { StoryRun } from './story-run.js';

/** Waits until every group has handled the position, and what production did of it; answers a position of production to wait for. */
export async function waitForProduction(story: StoryRun, position: unknown): Promise<string> {
  const handled = (at: string) => story.get('admin', 'production', `/admin/consumers?handled=${at}`);
  await handled(String(position));
  const { head } = await handled(String(position));
  await handled(String(head));
  const { head: reached } = await handled(String(head));
  return String(reached);
}
