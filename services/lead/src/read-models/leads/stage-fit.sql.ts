import { CONSTRUCTION_PROCESSES } from '../../domain/construction.values.js';

const PROCESSES = `ARRAY[${CONSTRUCTION_PROCESSES.map((process) => `'${process}'`).join(',')}]`;
const placeOf = (process: string) => `array_position(${PROCESSES}, ${process})`;

/**
 * How well the best of a lead's product lines fits the building (J1): work packages that it aims at decide where they were seen; else
 * the process. `l` is the lead.
 */
export const STAGE_FIT = `COALESCE((
  SELECT (ARRAY['FIT', 'EARLY', 'LATE', 'UNKNOWN'])[min(place)] FROM (
    SELECT CASE
      WHEN seen.open > 0 THEN 1
      WHEN seen.done > 0 AND seen.done = cardinality(t.work_packages) THEN 3
      WHEN l.process IS NULL OR cardinality(t.processes) = 0 THEN 4
      WHEN ${placeOf('l.process')} < (SELECT min(${placeOf('p')}) FROM unnest(t.processes) p) THEN 2
      WHEN ${placeOf('l.process')} <= (SELECT max(${placeOf('p')}) FROM unnest(t.processes) p) THEN 1
      ELSE 3 END AS place
    FROM lead_line_target t,
    LATERAL (SELECT count(*) FILTER (WHERE w->>'status' <> 'DONE') AS open, count(*) FILTER (WHERE w->>'status' = 'DONE') AS done
               FROM jsonb_array_elements(l.work_packages) w WHERE w->>'code' = ANY (t.work_packages)) seen
    WHERE t.product_line_id = ANY (l.product_line_ids)) fits), 'UNKNOWN')`;

/** The specification can still be influenced (B5, H7). */
export const SPEC_OPEN = `COALESCE(${placeOf('l.process')} <= ${placeOf("'CONSTRUCTION_PREPARATION'")}, false)`;
