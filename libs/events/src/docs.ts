export * from './docs/asyncapi.js';
export * from './docs/compatibility.js';
export * from './docs/events-markdown.js';
export * from './docs/published.js';
