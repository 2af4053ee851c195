/** Measures a command with all processes that it starts: wall time, CPU time, and the peak of their memory together. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

export type Measured = {
  status: number | null;
  /** Seconds. */
  wall: number;
  cpu: number;
  /** Peak of the summed proportional set size, in bytes; 0 where the system does not tell (Linux does). */
  memory: number;
  /** What the command said. */
  output: string;
};

const samplingInterval = 50;
const ticksPerSecond = 100;

/** Runs `node …args`, sampling its process tree every 50 ms. */
export async function measure(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = text(child.stdout);
  const cpuOf = new Map<number, number>();
  let memory = 0;
  const sample = (): void => {
    const tree = listTree(child.pid ?? 0);
    for (const pid of tree) cpuOf.set(pid, Math.max(cpuOf.get(pid) ?? 0, readCpu(pid)));
    memory = Math.max(
      memory,
      tree.reduce((sum, pid) => sum + readMemory(pid), 0),
    );
  };
  const timer = setInterval(sample, samplingInterval);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const wall = (performance.now() - start) / 1000;
  const cpu = [...cpuOf.values()].reduce((sum, seconds) => sum + seconds, 0);
  return { status, wall, cpu, memory, output: await output };
}

/** Runs `node …args` with nobody looking: to sample memory stops the process that is asked. The memory is said to be 0. */
export function time(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  return new Promise((resolve) => {
    const [start, before] = [performance.now(), readChildrenCpu()];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
    child.on('close', (status) => {
      const wall = (performance.now() - start) / 1000;
      resolve({ status, wall, cpu: readChildrenCpu() - before, memory: 0, output: '' });
    });
  });
}

export function printMeasured(name: string, { wall, cpu, memory }: Measured, reference: number): string {
  const columns = [
    name.padEnd(28),
    `${wall.toFixed(2)} s`.padStart(9),
    `${cpu.toFixed(2)} s CPU`.padStart(12),
    `${(memory / 2 ** 20).toFixed(0)} MB`.padStart(8),
    `× ${(wall / reference).toFixed(2)}`.padStart(9),
  ];
  return `${columns.join('  ')}\n`;
}

function listTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(readStat(Number(name))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** The fields of /proc/PID/stat after the name: state, parent, … */
function readStat(pid: number): string[] | undefined {
  return readProc(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
}

function readCpu(pid: number): number {
  const stat = readStat(pid);
  return (Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)) / ticksPerSecond;
}

/** Seconds of all processes that this one and its children have waited for. */
function readChildrenCpu(): number {
  const stat = readStat(process.pid);
  return (Number(stat?.[13] ?? 0) + Number(stat?.[14] ?? 0)) / ticksPerSecond;
}

function readMemory(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) * 1024;
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
