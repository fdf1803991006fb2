import { describe, expect, test } from 'vitest';
import { canInstall, findBrowser } from '../browser.mjs';

const machine = (platform, env, ...files) => ({ platform, env, exists: (file) => files.includes(file) });

describe('finding a browser', () => {
  test('takes the one that BENCHBOOK_BROWSER names', () => {
    const env = { BENCHBOOK_BROWSER: '/opt/chrome', PATH: '/usr/bin' };
    expect(findBrowser(machine('linux', env, '/opt/chrome', '/usr/bin/chromium'))).toBe('/opt/chrome');
  });

  test('says so when that one is not there, and takes no other', () => {
    const env = { BENCHBOOK_BROWSER: '/opt/chrome', PATH: '/usr/bin' };
    expect(() => findBrowser(machine('linux', env, '/usr/bin/chromium'))).toThrow(
      'BENCHBOOK_BROWSER names /opt/chrome, which is not there',
    );
  });

  test('looks along PATH on Linux, Chromium before Chrome before Edge', () => {
    const world = machine(
      'linux',
      { PATH: '/home/me/bin:/usr/bin' },
      '/usr/bin/google-chrome',
      '/home/me/bin/microsoft-edge',
    );
    expect(findBrowser(world)).toBe('/usr/bin/google-chrome');
  });

  test('looks in /usr/bin even with an empty PATH', () => {
    expect(findBrowser(machine('linux', {}, '/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  });

  test('looks among the applications on macOS, for everyone and for one user', () => {
    const edge = '/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowser(machine('darwin', { HOME: '/Users/me' }, edge))).toBe(edge);
  });

  test('looks among the programs on Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machine('win32', env, edge))).toBe(edge);
  });

  test('finds none where there is none', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin' }))).toBeUndefined();
  });
});

describe('installing a browser', () => {
  const exists = (file) => file === '/usr/bin/apt-get';

  test('is ours to do as root on Debian and its relatives', () => {
    expect(canInstall({ uid: 0, osRelease: 'NAME="Debian"\nID=debian\n', exists })).toBe(true);
    expect(canInstall({ uid: 0, osRelease: 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', exists })).toBe(true);
  });

  test('is not ours to do as an ordinary user, without apt-get or elsewhere', () => {
    expect(canInstall({ uid: 1000, osRelease: 'ID=debian', exists })).toBe(false);
    expect(canInstall({ uid: 0, osRelease: 'ID=debian', exists: () => false })).toBe(false);
    expect(canInstall({ uid: 0, osRelease: 'ID=fedora', exists })).toBe(false);
    expect(canInstall({ uid: undefined, osRelease: '', exists })).toBe(false);
  });
});
