import type { BusinessDocument } from './business-document.js';
import { renderPdf, type RenderedPdf } from './pdf.js';

/** What the worker thread of `PdfQueue` does with a document. */
export default (document: BusinessDocument): Promise<RenderedPdf> => renderPdf(document);
