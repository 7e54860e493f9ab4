import path from 'node:path';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { attribute, readXml } from './xml.js';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** The parts of a workbook, which is a zip of XML. No part may unpack to more than `mostBytes`: a few bytes can mean gigabytes. */
export class Parts {
  private constructor(
    private readonly zip: JSZip,
    private readonly mostBytes: number,
  ) {}

  static async open(content: Buffer, mostBytes: number): Promise<Parts> {
    return new Parts(await JSZip.loadAsync(content), mostBytes);
  }

  has(part: string): boolean {
    return this.zip.file(part) !== null;
  }

  /** The text of a part in chunks, each of whole characters. */
  async *text(part: string): AsyncGenerator<string> {
    const file = this.zip.file(part);
    if (!file) throw new Error(`${part} is missing`);
    const decoder = new TextDecoder();
    let bytes = 0;
    for await (const chunk of new Readable().wrap(file.nodeStream('nodebuffer')) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > this.mostBytes) throw new Error(`${part} is larger than ${this.mostBytes} bytes`);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }

  /** The parts that a part refers to; some programs write the whole path, others the way from the part. */
  async relations(of: string): Promise<Relation[]> {
    const folder = path.posix.dirname(of);
    const from = path.posix.join(folder, '_rels', `${path.posix.basename(of)}.rels`);
    if (!this.has(from)) return [];
    const found: Relation[] = [];
    const relations = readXml<Relation>(this.text(from), (give) => ({
      open(name, attributes) {
        const target = attribute(attributes, 'Target') ?? '';
        if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
        const part = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
        const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
        give({ id: attribute(attributes, 'Id') ?? '', type, part });
      },
    }));
    for await (const relation of relations) found.push(relation);
    return found;
  }
}
