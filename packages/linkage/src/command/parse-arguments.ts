import { parseArgs } from "node:util";
import { LinkageError } from "#model";

const flags = {
  id: { type: "string" },
  types: { type: "string" },
  preset: { type: "string" },
  model: { type: "string" },
  threshold: { type: "string" },
  assign: { type: "string" },
  out: { type: "string" },
  report: { type: "string" },
  memory: { type: "string" },
  threads: { type: "string" },
  seed: { type: "string" },
  persons: { type: "string" },
  left: { type: "string" },
  right: { type: "string" },
  overlap: { type: "string" },
  noise: { type: "string" },
  spill: { type: "string" },
  registry: { type: "string" },
  delete: { type: "string" },
  timings: { type: "boolean" },
  labels: { type: "string" },
  decisions: { type: "string" },
  reviewers: { type: "string" },
  curve: { type: "string" },
  size: { type: "string" },
  language: { type: "string" },
  blind: { type: "boolean" },
  "allow-raw": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

export type Arguments = {
  command: string;
  files: string[];
  id?: string;
  types?: string;
  preset?: string;
  model?: string;
  threshold?: string;
  assign?: string;
  out?: string;
  report?: string;
  memory?: string;
  threads?: string;
  seed?: string;
  persons?: string;
  left?: string;
  right?: string;
  overlap?: string;
  noise?: string;
  spill?: string;
  registry?: string;
  delete?: string;
  timings?: boolean;
  labels?: string;
  decisions?: string;
  reviewers?: string;
  curve?: string;
  size?: string;
  language?: string;
  blind?: boolean;
  "allow-raw"?: boolean;
  json?: boolean;
  help?: boolean;
};

/** Splits the command line; throws `usage` with a sentence for anything it does not know. */
export function parseArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: flags, allowPositionals: true });
    const [command = "", ...files] = positionals;
    return { command, files, ...values };
  } catch (cause) {
    throw new LinkageError(
      "usage",
      cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : "bad usage",
      {},
      cause,
    );
  }
}

/** The value of a flag that must be given. */
export function required(value: string | undefined, flag: string): string {
  if (value === undefined || value === "") throw new LinkageError("usage", `--${flag} is missing`);
  return value;
}

/** Exactly this many files. */
export function filesOf(args: Arguments, names: readonly string[]): string[] {
  if (args.files.length !== names.length) {
    throw new LinkageError(
      "usage",
      `${args.command} takes ${names.join(" ")}, got ${args.files.length} argument(s)`,
    );
  }
  return args.files;
}

/** A number within bounds, or undefined when the flag was not given. */
export function numberOf(
  text: string | undefined,
  flag: string,
  bounds: { least: number; most: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < bounds.least || value > bounds.most) {
    throw new LinkageError("usage", `--${flag} must be a number from ${bounds.least} to ${bounds.most}`);
  }
  return value;
}
