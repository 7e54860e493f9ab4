export * from './business-document.js';
export * from './html.js';
export * from './pdf.js';
