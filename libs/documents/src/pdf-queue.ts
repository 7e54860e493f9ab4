import path from 'node:path';
import { Piscina } from 'piscina';
import type { BusinessDocument } from './business-document.js';
import type { RenderedPdf } from './pdf.js';

/** The built file, also where the sources themselves run (jest): a thread is plain Node. */
const WORKER = path.join(__dirname, '../dist/pdf-worker.js');
const MOST_WAITING = 2;
/** The fonts of a worker take some 100 MB; one that has nothing to do ends. */
const IDLE_MS = 60_000;

/** One PDF is being made and others wait; who comes now had better come again. */
export class PdfQueueFull extends Error {
  constructor() {
    super('other PDFs are being made');
    this.name = 'PdfQueueFull';
  }
}

/** PDFs are laid out one after another on a thread of their own, so that the event loop stays free. */
export class PdfQueue {
  private readonly pool = new Piscina<BusinessDocument, RenderedPdf>({
    filename: WORKER,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
  });
  private underWay = 0;
  private made = 0;

  /** How many were made. */
  get count(): number {
    return this.made;
  }

  /** @throws PdfQueueFull */
  async make(document: BusinessDocument): Promise<RenderedPdf> {
    if (this.underWay > MOST_WAITING) throw new PdfQueueFull();
    this.underWay += 1;
    try {
      const { pdf, missingGlyphs } = await this.pool.run(document);
      this.made += 1;
      // a buffer comes over as plain bytes
      return { pdf: Buffer.from(pdf), missingGlyphs };
    } finally {
      this.underWay -= 1;
    }
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
