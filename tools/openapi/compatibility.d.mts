/** Sentences, one for each broken promise; none where every client goes on working. */
export function brokenPromises(published: object, current: object): string[];
