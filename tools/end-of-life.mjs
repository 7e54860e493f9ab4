// Until when its makers mend the faults of what we ship or run on, where they name a day; looked up by hand when a version is raised.
// Apache Kafka names none: the last three releases are mended.
const SHIPPED = [
  { what: 'PostgreSQL 18 (embedded, deploy/compose.yaml)', until: '2030-11-14' },
  { what: 'Node.js 20 (the oldest that is supported)', until: '2026-04-30', then: 'run on Node.js 22 or newer' },
  { what: 'Node.js 22', until: '2027-04-30', then: 'run on Node.js 24 or newer' },
];

/** Sentences, one for each that nobody mends any more on a day. */
export function endedBy(day) {
  return SHIPPED.filter(({ until }) => until < day).map(
    ({ what, until, then = 'raise it' }) => `${what} is mended no more since ${until}: ${then}`,
  );
}
