import { Command, CommanderError } from "commander";
import type { Answer, CommandFeature } from "./command-feature.ts";
import { commandFeatures } from "./command-features.ts";
import { errorSentences } from "./error-sentences.ts";
import { exitCodes, isErrorCode, type ErrorCode, type ExitCode } from "./exit-codes.ts";

/** Where a run writes: answers to `out`, everything else to `err`. */
export type Streams = { out: (text: string) => void; err: (text: string) => void };

const processStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/**
 * Runs one command line (without "node" and "tuwai") and tells its exit code. With `--json` exactly one JSON document
 * goes to `out`, whatever happens.
 */
export async function main(
  argv: readonly string[],
  streams: Streams = processStreams,
  features: readonly CommandFeature[] = commandFeatures,
): Promise<ExitCode> {
  const isJson = argv.includes("--json");
  const help: string[] = [];
  const answers: Answer[] = [];
  try {
    const program = buildProgram(help);
    await addFeatures(program, argv, features, (answer) => answers.push(answer));
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      const text = help.join("");
      streams.out(isJson ? `${JSON.stringify({ help: text })}\n` : text);
      return 0;
    }
    return reportError(error, isJson, streams);
  }
  const answer = answers[0];
  if (answer === undefined || answers.length > 1) {
    return reportError(new Error(`a command answered ${answers.length} times`), isJson, streams);
  }
  streams.out(isJson ? `${JSON.stringify(answer.document)}\n` : `${answer.text()}\n`);
  return answer.exitCode ?? 0;
}

function buildProgram(help: string[]): Command {
  return new Command("tuwai")
    .description("Pekerja rentan terlindungi, bulan demi bulan")
    .option("--json", "satu dokumen JSON di stdout, catatan di stderr")
    .option("--as <user>", "pelaku, di mode demo tanpa sandi")
    .exitOverride()
    .configureOutput({ writeOut: (text) => help.push(text), writeErr: () => undefined });
}

/** Loads the file of the word that is used; the other words are only listed, for help and for suggestions. */
async function addFeatures(
  program: Command,
  argv: readonly string[],
  features: readonly CommandFeature[],
  reply: (answer: Answer) => void,
): Promise<void> {
  const word = firstWord(argv);
  for (const feature of features) {
    if (feature.word === word) (await feature.load())(program, reply);
    else program.command(feature.word).summary(feature.summary).description(feature.summary);
  }
}

/** The word that names the feature; in "help price" that is the second. */
function firstWord(argv: readonly string[]): string | undefined {
  const words = argv.filter((argument, place) => !argument.startsWith("-") && argv[place - 1] !== "--as");
  return words[0] === "help" ? words[1] : words[0];
}

function reportError(error: unknown, isJson: boolean, streams: Streams): ExitCode {
  const { code, message, details } = describeError(error);
  if (isJson) streams.out(`${JSON.stringify({ error: { code, message, details } })}\n`);
  streams.err(`tuwai: ${message}\n`);
  if (code === "usage") streams.err("Bantuan: tuwai --help\n");
  if (code === "internal") streams.err(`${error instanceof Error ? error.stack : "no stack"}\n`);
  return exitCodes[code];
}

type Described = { code: ErrorCode; message: string; details: unknown };

/** Command errors and the server's AppError carry a code of the table; anything else is our bug. */
function describeError(error: unknown): Described {
  if (error instanceof CommanderError) return { code: "usage", message: usageMessage(error), details: {} };
  if (error instanceof Error && "code" in error && isErrorCode(error.code)) {
    // An error without a sentence of its own carries its code as message.
    const message =
      error.message === error.code ? (errorSentences[error.code] ?? error.message) : error.message;
    return { code: error.code, message, details: "details" in error ? error.details : {} };
  }
  return { code: "internal", message: "internal error; please report it", details: {} };
}

function usageMessage(error: CommanderError): string {
  if (error.code === "commander.help") return "perintah belum lengkap";
  // Commander repeats what was typed; a number as long as a NIK is not repeated.
  return error.message.replace(/^error: /, "").replaceAll(/\d{16,}/g, "…");
}
