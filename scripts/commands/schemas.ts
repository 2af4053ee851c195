import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { editorSchemas, toJsonSchema, type EditorSchemaName } from '../../src/contract/editor-schemas.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async (_options, [dir = ''], io) => {
  try {
    await mkdir(dir, { recursive: true });
  } catch {
    throw new UsageError(`Unexpected file ${dir}, expected a folder`);
  }
  for (const name of Object.keys(editorSchemas) as EditorSchemaName[]) {
    const file = path.join(dir, `${name}.json`);
    await writeFileAtomic(file, toJsonSchema(name));
    io.print(`${file}\n`);
  }
  return true;
};
