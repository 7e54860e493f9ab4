import { eachOf, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { EngineeringPackageEvent } from '../../domain/engineering-package/engineering-package.events.js';

const each = eachOf<EngineeringPackageEvent>();

/** Which of the seven documents does each package have, and what does its released BOM take? One row per package. */
export const engineeringPackages = projection<EngineeringPackageEvent>({
  name: 'engineering-packages',
  tables: ['engineering_package'],
  on: {
    ...each(
      [
        'EngineeringPackageRequested',
        'ArtefactSubmitted',
        'BomSubmitted',
        'CustomerApprovalRecorded',
        'ArtefactNotApplicable',
        'ArtefactConfirmed',
      ],
      (event, rows) => putPackage(event, rows),
    ),
    EngineeringPackageExtended: ({ data: { packageId, state, artefacts }, revision }, rows) =>
      updateNewer(rows, 'engineering_package', ['package_id', packageId], revision, {
        state,
        ...(artefacts && { artefacts: JSON.stringify(artefacts) }),
      }),
    EngineeringPackageReleased: (event, rows) => putPackage(event, rows, { rev: event.data.rev }),
    BomReleased: ({ data: { packageId, lines }, revision }, rows) =>
      updateNewer(rows, 'engineering_package', ['package_id', packageId], revision, {
        bom_lines: JSON.stringify(lines),
      }),
  },
});

function putPackage(
  {
    data,
    revision,
  }: Recorded<Exclude<EngineeringPackageEvent, { type: 'BomReleased' | 'EngineeringPackageExtended' }>>,
  rows: EntityManager,
  released: { readonly rev?: number } = {},
): Promise<void> {
  return upsertNewer(rows, 'engineering_package', 'package_id', {
    package_id: data.packageId,
    revision,
    state: data.state,
    artefacts: JSON.stringify(data.artefacts),
    ...released,
  });
}
