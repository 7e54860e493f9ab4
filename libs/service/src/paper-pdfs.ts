import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Rejected } from '@engsales/event-sourcing';
import {
  holdPdfMaker,
  letPdfMakerGo,
  PdfQueueFull,
  type BusinessDocument,
  type RenderedPdf,
} from '@engsales/documents';

/** The papers of this service as PDFs. */
@Injectable()
export class PaperPdfs implements OnModuleDestroy {
  private readonly maker = holdPdfMaker();

  /** How many this process has made. */
  get made(): number {
    return this.maker.made;
  }

  /** @throws Rejected SERVICE_UNAVAILABLE while enough others wait */
  async pdfOf(paper: BusinessDocument): Promise<RenderedPdf> {
    try {
      return await this.maker.pdfOf(paper);
    } catch (error) {
      if (!(error instanceof PdfQueueFull)) throw error;
      throw new Rejected('SERVICE_UNAVAILABLE', error.message, { cause: 'PDF_QUEUE_FULL' });
    }
  }

  onModuleDestroy(): Promise<void> {
    return letPdfMakerGo();
  }
}
