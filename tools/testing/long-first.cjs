const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest begins first, so that no worker waits for it at the end. */
const LONG = [/fuzz\.story/, /kafka-(spec|story)/, /\.story\./];
const placeOf = ({ path }) => {
  const place = LONG.findIndex((pattern) => pattern.test(path));
  return place < 0 ? LONG.length : place;
};

module.exports = class LongFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => placeOf(a) - placeOf(b));
  }
};
