/** The development server, at a free port. */
import { spawn } from 'node:child_process';

export type DevServer = {
  origin: string;
  /** All that it wrote so far. */
  said(): string;
  stop(): Promise<void>;
};

/** @param cwd the folder of the project */
export async function startDevServer(cwd: string, env: NodeJS.ProcessEnv): Promise<DevServer> {
  // Astro serves no pages to a test that runs in Vite itself, as it takes this to be.
  const { VITEST: _, ...around } = process.env;
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '0', '--ignore-lock'];
  const server = spawn(process.execPath, args, {
    cwd,
    env: { ...around, ...env, NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`The server ended:\n${said}`)));
  });
  return { origin, said: () => said, stop: () => (server.kill(), ended) };
}
