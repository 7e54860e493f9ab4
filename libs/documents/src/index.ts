export * from './business-document.js';
export * from './html.js';
export { holdPdfMaker, letPdfMakerGo, type PdfMaker } from './pdf-maker.js';
export { PdfQueueFull } from './pdf-queue.js';
export type { RenderedPdf } from './pdf.js';
