import { Injectable } from '@nestjs/common';
import { renderHtml, type BusinessDocument } from '@engsales/documents';
import { Means, OneOf, Optional } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { clockTimeOf } from '@engsales/values';
import type { Response } from 'express';
import { PaperPdfs } from './paper-pdfs.js';

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
export class Papers {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly pdfs: PaperPdfs,
  ) {}

  get now(): string {
    return clockTimeOf(this.runtime.process.clock.now());
  }

  /** Puts a name to a staff id; one that is not known stands for itself. */
  async names(): Promise<(staffId?: string) => string> {
    const names = new Map((await this.runtime.staff.list()).map(({ id, name }) => [id, name]));
    return (id) => (id === undefined ? '' : (names.get(id) ?? id));
  }

  async send(response: Response, paper: BusinessDocument, name: string, format: Format): Promise<void> {
    if (format === 'html') {
      response.type('text/html; charset=utf-8').send(renderHtml(paper));
      return;
    }
    const { pdf } = await this.pdfs.pdfOf(paper);
    const file = encodeURIComponent(`${name}-${paper.subtitle ?? ''}.pdf`);
    response.setHeader('content-disposition', `inline; filename="${name}.pdf"; filename*=UTF-8''${file}`);
    response.type('application/pdf').send(pdf);
  }
}
