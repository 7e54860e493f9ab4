import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { BusinessDocument } from './business-document.js';
import { PdfQueue } from './pdf-queue.js';
import type { RenderedPdf } from './pdf.js';

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * PDFs of documents: one that was made is given again, and who asks for one that is being made gets the same. What a document
 * says decides, but for the time of the day at which it was asked for.
 */
export class PdfMaker {
  private readonly queue = new PdfQueue();
  private readonly known = new LRUCache<string, RenderedPdf, BusinessDocument>({
    maxSize: MOST_BYTES,
    maxEntrySize: MOST_BYTES / 4,
    sizeCalculation: ({ pdf }) => pdf.byteLength + 1,
    fetchMethod: (_key, _stale, { context }) => this.queue.make(context),
    // others may have pushed it out before it was made: whoever waits for it gets it all the same
    ignoreFetchAbort: true,
  });

  /** How many were made. */
  get made(): number {
    return this.queue.count;
  }

  /** @throws PdfQueueFull */
  pdfOf(document: BusinessDocument): Promise<RenderedPdf> {
    return this.known.forceFetch(keyOf(document), { context: document });
  }

  close(): Promise<void> {
    return this.queue.close();
  }
}

function keyOf(document: BusinessDocument): string {
  const generatedOn = document.generatedOn?.slice(0, 'YYYY-MM-DD'.length);
  return createHash('sha256')
    .update(JSON.stringify({ ...document, generatedOn }))
    .digest('hex');
}

let shared: PdfMaker | undefined;
let holders = 0;

/** The maker of this process: however many services make papers, their PDFs share one thread. */
export function holdPdfMaker(): PdfMaker {
  holders += 1;
  shared ??= new PdfMaker();
  return shared;
}

/** The last who lets it go ends its thread. */
export async function letPdfMakerGo(): Promise<void> {
  holders -= 1;
  if (holders > 0) return;
  const last = shared;
  shared = undefined;
  await last?.close();
}
