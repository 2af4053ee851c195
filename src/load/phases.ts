/** How long the parts of a build took, for those who wait for it and for the benchmark. */

export type Phases = {
  /** Ends the phase that runs. */
  end(name: string): void;
  /** `Built in 9.1 s: reading 3.0 s, pages 5.2 s`. */
  say(): string;
};

/** From the start of the process. */
export function startPhases(): Phases {
  const ended: { name: string; at: number }[] = [];
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
  return {
    end: (name) => void ended.push({ name, at: performance.now() }),
    say: () => {
      const parts = ended.map(({ name, at }, i) => `${name} ${seconds(ended[i - 1]?.at ?? 0, at)}`);
      return `Built in ${seconds(0, ended.at(-1)?.at ?? 0)}: ${parts.join(', ')}`;
    },
  };
}
