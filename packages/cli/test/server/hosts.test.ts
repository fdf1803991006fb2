import { expect, test } from 'vitest';
import { hostAllowed } from '../../src/server/hosts.js';

test.each(['localhost:4321', '127.0.0.1', '127.0.0.1:80', '[::1]:4321', 'LOCALHOST.'])(
  '%s is let in on loopback',
  (header) => {
    expect(hostAllowed(header, '127.0.0.1')).toBe(true);
  },
);

test.each([
  undefined,
  '',
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  '10.0.0.5',
  'a b',
  '[::1',
  'localhost:x',
])('%s is refused on loopback', (header) => {
  expect(hostAllowed(header, '127.0.0.1')).toBe(false);
});

test('beyond loopback addresses and the given name are let in, other names are not', () => {
  expect(hostAllowed('192.168.1.7:4321', '0.0.0.0')).toBe(true);
  expect(hostAllowed('bench.example', 'bench.example')).toBe(true);
  expect(hostAllowed('evil.example', '0.0.0.0')).toBe(false);
});
