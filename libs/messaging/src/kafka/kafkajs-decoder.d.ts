/** What kafkajs 2.2.4 reads a record with; it has no types of its own. */
declare module 'kafkajs/src/protocol/decoder.js' {
  export interface RecordHeader {
    readonly key: string;
    readonly value: Buffer | null;
  }
  export default class Decoder {
    constructor(buffer: Buffer);
    readVarIntArray(read: (decoder: Decoder) => RecordHeader): RecordHeader[];
  }
}
