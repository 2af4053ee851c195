/**
 * The command line: the table of commands, and the only place with a console and an exit code. Every command is a
 * function of its options and `io`; each is loaded when it is called.
 */
import { Command, CommanderError, Option } from 'commander';
import { commandTable, type CommandRow } from './commands/table.ts';
import { makeIo, UsageError } from './commands/io.ts';
import { MissingFolder } from './disk.ts';
import { ContentError, withLock } from './lock.ts';

const exitCode = { clean: 0, errors: 1, usage: 2 } as const;

process.exitCode = await runCommandLine(process.argv);

async function runCommandLine(argv: readonly string[]): Promise<number> {
  const io = makeIo(process);
  const site = process.env.SCHOLIUM_OUT ?? 'dist';
  let status: number = exitCode.clean;
  const program = new Command('scholium')
    .description('Turns paper listings into an annotated survey.')
    .addOption(new Option('--content <dir>', 'the survey').env('SCHOLIUM_CONTENT').default('content'))
    .showHelpAfterError('Run scholium --help for what it does.')
    .exitOverride();
  for (const row of commandTable) {
    addCommand(program, row, async (options, args) => {
      const { run } = await row.load();
      const all = { ...program.opts<{ content: string }>(), site, ...options };
      const clean = row.writes
        ? await withLock(all.content, () => run(all, args, io))
        : await run(all, args, io);
      status = clean ? exitCode.clean : exitCode.errors;
    });
  }
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    if (error instanceof UsageError || error instanceof MissingFolder) {
      io.printError(`error: ${error.message}\n`);
      return exitCode.usage;
    }
    if (error instanceof ContentError) {
      io.printError(`error: ${error.message}\n`);
      return exitCode.errors;
    }
    throw error;
  }
}

function addCommand(
  program: Command,
  row: CommandRow,
  action: (options: Record<string, unknown>, args: string[]) => Promise<void>,
): void {
  const command = program.command(row.name).description(row.summary).exitOverride().showHelpAfterError();
  // The survey can be named before or after the command.
  command.addOption(new Option('--content <dir>', 'the survey (default: content)'));
  for (const argument of row.arguments ?? []) command.argument(argument.name, argument.summary);
  for (const { flags, summary, choices } of row.options ?? []) {
    const option = new Option(flags, summary);
    command.addOption(choices ? option.choices([...choices]) : option);
  }
  command.action(() => action(command.opts(), command.args));
}
