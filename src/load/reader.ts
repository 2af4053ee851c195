/** The process of a build that reads and checks everything, and says what it read. */
import { readAll } from './read-all.ts';

process.send?.(readAll(), () => process.disconnect());
