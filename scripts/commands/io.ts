/** What a command sees of the world around it. */

export type Io = {
  print(text: string): void;
  printError(text: string): void;
  /** Standard input, whole. */
  readInput(): Promise<string>;
  /** Whether somebody types standard input. */
  isTyped: boolean;
  /** Whether people watch: then progress is drawn, else plain lines are written. */
  isTerminal: boolean;
  colour: boolean;
};

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What every command knows: the folder of the survey, and that of the built site. */
export type CommonOptions = { content: string; site: string };

export function makeIo({ stdin, stdout, stderr, env }: NodeJS.Process): Io {
  return {
    print: (text) => void stdout.write(text),
    printError: (text) => void stderr.write(text),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    isTyped: stdin.isTTY === true,
    isTerminal: stderr.isTTY && !env.CI,
    colour: stdout.isTTY && !env.NO_COLOR,
  };
}

/** A progress line that is drawn over while people watch, and not at all otherwise. */
export function makeProgress(io: Io, label: string): (done: number, of: number) => void {
  if (!io.isTerminal) return () => {};
  let shown = '';
  return (done, of) => {
    const text = done < of ? `\r${label} ${done}/${of}` : `\r${' '.repeat(shown.length)}\r`;
    if (done < of && done % 10 !== 0) return;
    shown = text;
    io.printError(text);
  };
}

/** `1 page`, `2 pages`. */
export function printCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
