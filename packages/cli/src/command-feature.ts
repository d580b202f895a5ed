import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";

/** What a command answers: the document of `--json`, and the same for people to read. */
export type Answer = { document: unknown; text: () => string; exitCode?: ExitCode };

/** Hands the answer of a command to `main`, which prints it once and sets the exit code. */
export type Reply = (answer: Answer) => void;

/** Adds the commands of one feature to the program. Each action ends with one `reply`, or throws. */
export type AddCommands = (program: Command, reply: Reply) => void;

/** Options every command has. Read them with `command.optsWithGlobals<GlobalOptions>()`. */
export type GlobalOptions = { json?: true; as?: string };

/** A word of the command line and the file behind it, which is loaded only when that word is used. */
export type CommandFeature = { word: string; summary: string; load: () => Promise<AddCommands> };
