import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForReaders, ReadGateway, StateQuery } from '@engsales/http';
import { engineeringPackage } from '../domain/engineering-package/engineering-package.js';
import { packageView } from './package.view.js';

@ApiTags('engineering-packages')
@Controller('api/v1/engineering-packages')
export class EngineeringPackagesController {
  constructor(private readonly reads: ReadGateway) {}

  @Get(':packageId')
  @ForReaders()
  async state(@Param('packageId', ParseUUIDPipe) packageId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(engineeringPackage, packageId, asOf);
    return packageView(packageId, revision, state);
  }

  @Get(':packageId/history')
  @ForReaders()
  history(@Param('packageId', ParseUUIDPipe) packageId: string) {
    return this.reads.historyOf(engineeringPackage.category, packageId);
  }
}
