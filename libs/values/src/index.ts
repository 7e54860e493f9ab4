export * from './money.js';
export * from './quantity.js';
export * from './business-date.js';
export * from './credit-code.js';
export * from './rmb-capitals.js';
export * from './working-calendar.js';
export * from './outside-number.js';
