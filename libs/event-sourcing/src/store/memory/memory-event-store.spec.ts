import { eventStoreContract } from '../event-store.contract.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreContract(
  'the memory store',
  () => {
    const store = new MemoryEventStore();
    return Promise.resolve({ store, dispose: () => store.close() });
  },
  { contiguous: true },
);
