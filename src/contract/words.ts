/** Words and numbers that the site and the books write alike. */
import type { contributions } from './schema.ts';

export const contributionNames: Readonly<Record<(typeof contributions)[number], string>> = {
  method: 'Method',
  theory: 'Theory',
  'benchmark-or-dataset': 'Benchmark or dataset',
  'empirical-study': 'Empirical study',
  survey: 'Survey',
  system: 'System',
  position: 'Position',
};

/** Where a date should stand and nobody knows one. */
export const undated = 'n. d.';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]; // prettier-ignore

/** 12345 as 12,345; the same on every machine. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** 12345 bytes as 12 kB. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `2025-07-30` as 30 July 2025, `2025-07` as July 2025. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = month === undefined ? undefined : months[month - 1];
  return [day, name, year].filter((part) => part !== undefined).join(' ');
}

/** The first letter as it is at the start of a sentence. */
export function capitalize(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
