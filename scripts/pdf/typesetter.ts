/** The program that sets a document. Typst needs as much memory as everything else. */
import { answer } from '../processes.ts';
import { compileTypst } from './compile.ts';

answer(({ source, captured }: { source: string; captured: string }) => compileTypst(source, captured));
