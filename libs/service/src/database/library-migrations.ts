import { EVENT_STORE_SCHEMA, EVENT_STORE_SCHEMA_DOWN } from '@engsales/event-sourcing';
import {
  MESSAGING_ON_KAFKA_SCHEMA,
  MESSAGING_ON_KAFKA_SCHEMA_DOWN,
  MESSAGING_SCHEMA,
  MESSAGING_SCHEMA_DOWN,
  MESSAGING_UNTRUSTED_SCHEMA,
  MESSAGING_UNTRUSTED_SCHEMA_DOWN,
} from '@engsales/messaging';
import { PERSONAL_DATA_SCHEMA, PERSONAL_DATA_SCHEMA_DOWN } from '@engsales/personal-data';
import { READ_MODELS_SCHEMA, READ_MODELS_SCHEMA_DOWN } from '@engsales/read-models';
import { TIMERS_SCHEMA, TIMERS_SCHEMA_DOWN } from '@engsales/timers';
import { STAFF_SCHEMA, STAFF_SCHEMA_DOWN } from '@engsales/http';
import { LEASE_SCHEMA, LEASE_SCHEMA_DOWN } from '../lease/lease.js';
import { sqlMigration } from './sql-migration.js';

/** What every service has in its database besides its own read models. */
export const LIBRARY_MIGRATIONS = [
  sqlMigration('EventStore1764000000001', EVENT_STORE_SCHEMA, EVENT_STORE_SCHEMA_DOWN),
  sqlMigration('Messaging1764000000002', MESSAGING_SCHEMA, MESSAGING_SCHEMA_DOWN),
  sqlMigration('ReadModels1764000000003', READ_MODELS_SCHEMA, READ_MODELS_SCHEMA_DOWN),
  sqlMigration('PersonalData1764000000004', PERSONAL_DATA_SCHEMA, PERSONAL_DATA_SCHEMA_DOWN),
  sqlMigration('Staff1764000000005', STAFF_SCHEMA, STAFF_SCHEMA_DOWN),
  sqlMigration('Lease1764000000006', LEASE_SCHEMA, LEASE_SCHEMA_DOWN),
  sqlMigration('MessagingOnKafka1764000000007', MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_ON_KAFKA_SCHEMA_DOWN),
  sqlMigration('Timers1764000000008', TIMERS_SCHEMA, TIMERS_SCHEMA_DOWN),
  sqlMigration('MessagingUntrusted1764000000009', MESSAGING_UNTRUSTED_SCHEMA, MESSAGING_UNTRUSTED_SCHEMA_DOWN),
];
