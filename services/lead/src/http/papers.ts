import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { holdPdfMaker, letPdfMakerGo, PdfQueueFull, renderHtml, type BusinessDocument } from '@engsales/documents';
import { Rejected } from '@engsales/event-sourcing';
import { Means, OneOf, Optional } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { clockTimeOf } from '@engsales/values';
import type { Response } from 'express';

const FORMATS = ['html', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

export class PaperQuery {
  @Means('page for a browser, or PDF')
  @Optional()
  @OneOf(FORMATS)
  format: Format = 'html';
}

/** What the papers of this service share: the time, the names of the staff, and how a paper is sent. */
@Injectable()
export class Papers implements OnModuleDestroy {
  private readonly maker = holdPdfMaker();

  constructor(private readonly runtime: ServiceRuntime) {}

  get now(): string {
    return clockTimeOf(this.runtime.process.clock.now());
  }

  /** Puts a name to a staff id; one that is not known stands for itself. */
  async names(): Promise<(staffId?: string) => string> {
    const names = new Map((await this.runtime.staff.list()).map(({ id, name }) => [id, name]));
    return (id) => (id === undefined ? '' : (names.get(id) ?? id));
  }

  /** `name` is that of the file. @throws Rejected SERVICE_UNAVAILABLE while enough others wait for a PDF */
  async send(response: Response, paper: BusinessDocument, name: string, format: Format): Promise<void> {
    // a paper may name persons, so nothing between us and the reader keeps it
    response.setHeader('cache-control', 'no-store');
    if (format === 'html') {
      response.type('text/html; charset=utf-8').send(renderHtml(paper));
      return;
    }
    const pdf = await this.pdfOf(paper);
    response.setHeader('content-disposition', `inline; filename="${name}.pdf"`);
    response.type('application/pdf').send(pdf);
  }

  private async pdfOf(paper: BusinessDocument): Promise<Buffer> {
    try {
      const { pdf } = await this.maker.pdfOf(paper);
      return pdf;
    } catch (error) {
      if (!(error instanceof PdfQueueFull)) throw error;
      throw new Rejected('SERVICE_UNAVAILABLE', error.message, { cause: 'PDF_QUEUE_FULL' });
    }
  }

  onModuleDestroy(): Promise<void> {
    return letPdfMakerGo();
  }
}
