import { LinkageError } from "#model";
import { dedupeCommand } from "./dedupe-command.ts";
import { diffCommand } from "./diff-command.ts";
import { evaluateCommand } from "./evaluate-command.ts";
import { explainCommand } from "./explain-command.ts";
import { generateCommand } from "./generate-command.ts";
import { importSplinkCommand } from "./import-splink-command.ts";
import { linkCommand } from "./link-command.ts";
import { parseArguments, type Arguments } from "./parse-arguments.ts";
import { prepareCommand } from "./prepare-command.ts";
import { profileCommand } from "./profile-command.ts";
import { reviewCommand } from "./review-command.ts";
import { trainCommand } from "./train-command.ts";
import { updateCommand } from "./update-command.ts";
import { usage } from "./usage.ts";

const commands = new Map<string, (args: Arguments) => Promise<number>>([
  ["link", linkCommand],
  ["dedupe", dedupeCommand],
  ["train", trainCommand],
  ["prepare", prepareCommand],
  ["update", updateCommand],
  ["profile", profileCommand],
  ["explain", explainCommand],
  ["evaluate", evaluateCommand],
  ["review", reviewCommand],
  ["diff", diffCommand],
  ["import-splink", importSplinkCommand],
  ["generate", generateCommand],
]);

/** Runs one command line; gives the exit code: 0 done, 1 our bug, 2 bad input, 64 usage. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  try {
    const args = parseArguments(argv);
    if (args.help || args.command === "help") {
      process.stdout.write(usage);
      return 0;
    }
    const command = commands.get(args.command);
    if (!command)
      throw new LinkageError(
        "usage",
        args.command ? `there is no command "${args.command}"` : "say what to do",
      );
    return await command(args);
  } catch (error) {
    return reportError(error, argv.includes("--json"));
  }
}

function reportError(error: unknown, json: boolean): number {
  const known = error instanceof LinkageError;
  const code = known ? error.code : "internal";
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ error: { code, message, details: known ? error.details : {} } })}\n`,
    );
  } else {
    process.stderr.write(`tuwai-linkage: ${message}\n`);
    if (code === "usage") process.stderr.write(`\n${usage}`);
    if (!known && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  }
  if (!known) return 1;
  return code === "usage" || code === "meaning-unknown" ? 64 : 2;
}
