import { isLoopback } from './loopback.js';

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LocalHost'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', '127.0.0.1.example.com', 'localhost.example.com', '', 'db'])(
    'is not %j',
    (host) => expect(isLoopback(host)).toBe(false),
  );
});
