import { Injectable } from '@nestjs/common';
import { renderHtml, type BusinessDocument } from '@engsales/documents';
import { Means, OneOf, Optional } from '@engsales/http';
import { clockTimeOf } from '@engsales/values';
import type { Response } from 'express';
import { PaperPdfs } from './paper-pdfs.js';
import { ServiceRuntime } from './service-runtime.js';

const FORMATS = ['html', 'pdf'] as const;

export class PaperQuery {
  @Means('page for a browser, or PDF')
  @Optional()
  @OneOf(FORMATS)
  format: (typeof FORMATS)[number] = 'html';
}

interface PaperAsked extends PaperQuery {
  /** Of the file; its number stands behind it. */
  readonly name: string;
  /** Called before the paper is sent, with the signs that no font of the PDF has. */
  readonly told?: (missingGlyphs: readonly string[]) => void;
}

/** What the papers of a service share: the time, the names of the staff, and how a paper is sent. */
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

  /** @throws Rejected SERVICE_UNAVAILABLE while enough others wait for a PDF */
  async send(response: Response, paper: BusinessDocument, { name, format, told }: PaperAsked): Promise<void> {
    // a paper may name persons, so nothing between us and the reader keeps it
    response.setHeader('cache-control', 'no-store');
    if (format === 'html') {
      told?.([]);
      response.type('text/html; charset=utf-8').send(renderHtml(paper));
      return;
    }
    const { pdf, missingGlyphs } = await this.pdfs.pdfOf(paper);
    told?.(missingGlyphs);
    response.setHeader('content-disposition', dispositionOf(name, paper.number));
    response.type('application/pdf').send(pdf);
  }
}

/** A number may have signs that a header has not. */
function dispositionOf(name: string, number: string | undefined): string {
  const plain = `inline; filename="${name}.pdf"`;
  return number === undefined ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(`${name}-${number}.pdf`)}`;
}

/** What a service with papers provides. */
export const PAPERS = [PaperPdfs, Papers];
