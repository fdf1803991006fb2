/**
 * The Chromium, Chrome or Edge that the browser tests drive: finds it, or installs it where that is ours to do
 * (root on Debian or Ubuntu, as in a container). `node scripts/browser.mjs` does so and prints its path.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tool } from './setup/tool.mjs';

/** A sentence for the user, no stack trace. */
export class NoBrowser extends Error {}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/**
 * Where a browser usually is, best first.
 *
 * @param {string} platform as in `process.platform`
 * @param {Record<string, string | undefined>} env
 * @returns {readonly string[]}
 */
export function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    const bundles = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return ['/', `${env.HOME}/`].flatMap((base) => bundles.map((bundle) => base + bundle));
  }
  if (platform === 'win32') {
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter((base) => base !== undefined)
      .flatMap((base) => programs.map((program) => path.win32.join(base, program)));
  }
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return linuxNames.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/**
 * The browser to use, or undefined. BENCHBOOK_BROWSER comes first and must exist.
 *
 * @param {{ platform: string, env: Record<string, string | undefined>, exists: (file: string) => boolean }} world
 */
export function findBrowser({ platform, env, exists }) {
  const chosen = env.BENCHBOOK_BROWSER;
  if (!chosen) return usualPlaces(platform, env).find(exists);
  if (exists(chosen)) return chosen;
  throw new NoBrowser(
    `BENCHBOOK_BROWSER names ${chosen}, which is not there: correct it, or unset it to have a browser looked for.`,
  );
}

/**
 * Whether we may install packages here: root, apt-get, and a distribution whose `chromium` is a package.
 *
 * @param {{ uid: number | undefined, osRelease: string, exists: (file: string) => boolean }} world
 */
export const canInstall = ({ uid, osRelease, exists }) =>
  uid === 0 && exists('/usr/bin/apt-get') && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease);

/** The path of a browser, installed first if need be; throws NoBrowser with what to do otherwise. */
export async function provideBrowser() {
  const missing = [];
  if (find() === undefined) missing.push('chromium');
  if (process.platform === 'linux' && !(await hasChineseFont())) missing.push('fontconfig', 'fonts-noto-cjk');
  if (missing.length > 0 && canInstall(thisMachine())) await install(missing);

  const browser = find();
  if (browser === undefined) {
    throw new NoBrowser(
      'The browser tests need Chromium, Chrome or Edge: install one (or name it in BENCHBOOK_BROWSER), or leave them out with `npm test -- --no-browser`.',
    );
  }
  if (missing.includes('fonts-noto-cjk') && !(await hasChineseFont())) {
    console.warn(
      'No Chinese font is installed: Chinese text in pictures will be drawn as boxes (fonts-noto-cjk has one).',
    );
  }
  return browser;
}

const find = () => findBrowser({ platform: process.platform, env: process.env, exists: isProgram });

const hasChineseFont = async () => (await tool('fc-list', [':lang=zh']).catch(() => '')).trim() !== '';

async function install(packages) {
  const apt = (...args) => tool('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const start = Date.now();
  console.log(`Installing ${packages.join(', ')} for the browser tests ...`);
  const sign = setInterval(
    () => console.log(`... still installing, ${Math.round((Date.now() - start) / 1000)} s`),
    10_000,
  );
  try {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    throw new NoBrowser(
      `${error.output ?? ''}\nInstalling ${packages.join(', ')} failed: ${error.message}. Install them by hand, or leave the browser tests out with \`npm test -- --no-browser\`.`,
    );
  } finally {
    clearInterval(sign);
  }
}

function thisMachine() {
  let osRelease = '';
  try {
    osRelease = readFileSync('/etc/os-release', 'utf8');
  } catch {
    // not a Linux that says what it is
  }
  return { uid: process.getuid?.(), osRelease, exists: isProgram };
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await provideBrowser());
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
