import { issued } from '@engsales/event-sourcing/testing';
import { productionSettings } from '../settings.js';
import { COMPANY_DEFAULTS, companySettings } from './company-settings.js';
import { forecastAfter } from './forecast.js';

describe('the forecast (P-39)', () => {
  it.each([
    ['2025-08-10', 0, '2025-03-10', '2025-08-10'],
    ['2025-08-10', 4, '2025-03-10', '2025-08-14'],
    ['2025-08-29', 4, '2025-03-10', '2025-09-02'],
    ['2025-08-10', 4, '2025-08-14', '2025-08-14'],
    ['2025-08-10', 4, '2025-08-15', '2025-08-15'],
    ['2024-02-28', 1, '2024-02-01', '2024-02-29'],
  ])('of %s and %d days is, on %s, %s', (expectedOn, delayDays, today, forecast) =>
    expect(forecastAfter({ expectedOn }, delayDays, today)).toBe(forecast),
  );
  it.each([
    ['2025-08-10', '2025-09-30', '2025-09-30'],
    ['2025-10-10', '2025-09-30', '2025-10-14'],
    ['2025-08-10', null, '2025-08-14'],
  ])('of %s with four days, deferred by the customer to %s, is %s (P-130)', (expectedOn, deferredUntil, forecast) =>
    expect(forecastAfter({ expectedOn, deferredUntil }, 4, '2025-03-10')).toBe(forecast),
  );
});

describe('what a company settles for itself', () => {
  it('is what holds for all where it says nothing (P-07, P-33, P-72, P-78)', () => {
    expect(COMPANY_DEFAULTS).toEqual({ overBps: 0, feedbackMinutes: 120, answerWorkingHours: 4, releaseHours: 24 });
    expect(companySettings(issued())).toEqual(COMPANY_DEFAULTS);
  });
  it('holds for what it names, and leaves the rest', () =>
    expect(companySettings(issued({ settings: { releaseHours: 48 } }))).toEqual({
      overBps: 0,
      feedbackMinutes: 120,
      answerWorkingHours: 4,
      releaseHours: 48,
    }));
  it('is configured by a variable for each, with the same fallback', () => {
    const settled = Object.entries(productionSettings).map(([name, { variable, fallback }]) => [
      name,
      variable,
      fallback,
    ]);
    expect(settled).toEqual([
      ['overBps', 'PRODUCTION_OVER_BPS', 0],
      ['feedbackMinutes', 'PRODUCTION_FEEDBACK_MINUTES', 120],
      ['answerWorkingHours', 'PRODUCTION_ANSWER_WORKING_HOURS', 4],
      ['releaseHours', 'PRODUCTION_RELEASE_HOURS', 24],
    ]);
  });
});
