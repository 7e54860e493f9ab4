import { eventStoreConformance } from '../event-store.conformance.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreConformance(
  'the memory store',
  () => {
    const store = new MemoryEventStore();
    return Promise.resolve({ store, dispose: () => store.close() });
  },
  { contiguous: true },
);
