import { Injectable, ParseUUIDPipe, type ArgumentMetadata } from '@nestjs/common';

/** A uuid in capitals names the same thing. */
@Injectable()
export class UuidPipe extends ParseUUIDPipe {
  override async transform(value: string, metadata: ArgumentMetadata): Promise<string> {
    return String(await super.transform(value, metadata)).toLowerCase();
  }
}
