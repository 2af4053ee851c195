import { restoreLine } from '../restore/index.ts';
import { runFilter } from './filter.ts';
import type { Run } from './table.ts';

export const run: Run = (_options, _args, io) => runFilter(io, restoreLine);
