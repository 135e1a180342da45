/** Which browser the tests drive: an installed Chromium or Chrome, else one that is installed now, else a message. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, stop } from './environment.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const onPath = (name) => {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0] : undefined;
};

const installed = () =>
  process.env.CHROME || NAMES.map(onPath).find(Boolean) || PLACES.find((place) => existsSync(place));

async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const code = await run('playwright-core', ['install', 'chromium']);
  return code === 0 && existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  console.log('Installing Chromium and a Chinese font …');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return installed();
}

/** The path of a browser that is there. */
export async function browser() {
  const path = installed() ?? (await fromDebian()) ?? (await fromPlaywright());
  if (path) return path;
  return stop(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it: CHROME=/path/to/chrome npm test',
  );
}
