/** Work in a process of its own: beside this one on another core, and its memory is given back when it is done. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A program that waits for its question, or is at it. */
export type Helper<Question, Answer> = { ask(question: Question): Promise<Answer>; dismiss(): void };

/** @param program a file that calls `answer`; it starts at once. Question and answer are plain values and bytes */
export function engage<Question, Answer>(program: URL): Helper<Question, Answer> {
  const child = fork(program, { serialization: 'advanced' });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${program.pathname} ended with ${String(code)} and no answer`);
  });
  // Where the answer came first, nobody waits for the end.
  failed.catch(() => {});
  return {
    ask: async (question) => {
      child.send(question as object);
      const [answered] = (await Promise.race([once(child, 'message'), failed])) as [Answer];
      return answered;
    },
    dismiss: () => void child.kill(),
  };
}

/** What a program does that was started by `ask`; it gets one question. */
export function answer<Question, Answer>(work: (question: Question) => Answer | Promise<Answer>): void {
  process.once('message', (question) => {
    void Promise.resolve(work(question as Question)).then((found) => process.send?.(found, () => process.disconnect()));
  });
} // prettier-ignore
