import { namedId } from '@engsales/event-sourcing';

/** The contract that a source leads to, whoever tells it and however often. */
export const contractIdFrom = (source: 'tender' | 'lead', id: string) => namedId(`contract:${source}:${id}`);
