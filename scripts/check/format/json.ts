/** For programs: an array of findings, every key always. */
import type { Format } from './index.ts';

export const printJson: Format = (findings) => {
  const rows = findings.map(({ fix: _, ...finding }) => finding);
  return `${JSON.stringify(rows, null, 2)}\n`;
};
