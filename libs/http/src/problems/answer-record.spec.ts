import { AnswerRecord } from './answer-record.js';

describe('the record of answers', () => {
  let now = 0;
  const after = (failed: number, fine: number) => {
    const record = new AnswerRecord(() => now);
    for (let i = 0; i < failed; i += 1) record.note(true);
    for (let i = 0; i < fine; i += 1) record.note(false);
    return record;
  };

  it.each([
    [11, 9, true],
    [10, 10, false],
    [19, 0, false],
    [20, 0, true],
  ])('of %i internal errors and %i other answers says that most fail: %p', (failed, fine, mostlyFails) =>
    expect(after(failed, fine).mostlyFails).toBe(mostlyFails),
  );

  it('forgets what is older than a minute', () => {
    const record = after(50, 0);
    now += 59_000;
    expect(record.mostlyFails).toBe(true);
    now += 2_000;
    expect(record.mostlyFails).toBe(false);
  });
});
