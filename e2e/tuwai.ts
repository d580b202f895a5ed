import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { main } from "../packages/cli/src/main.ts";

const shim = resolve(import.meta.dirname, "../packages/cli/bin/tuwai.js");

/** How a command ended and the one JSON document it wrote. */
export type Ran<Document> = { readonly exitCode: number | null; readonly document: Document };

export type Refused = {
  readonly error: { readonly code: string; readonly message: string; readonly details: object };
};

type Seat = {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Lines typed where the command asks. */
  readonly typed?: readonly string[];
};

/** Runs `tuwai … --json` over the city in this data folder; throws when stdout is anything but one JSON document. */
export function tuwai<Document>(dataDir: string, ...argv: readonly string[]): Promise<Ran<Document>> {
  return tuwaiAt({ dataDir }, ...argv);
}

/** The same as somebody at a terminal of the own, who has settings and answers what is asked. */
export async function tuwaiAt<Document>(
  { dataDir, env: own, typed = [] }: Seat,
  ...argv: readonly string[]
): Promise<Ran<Document>> {
  const env = { ...process.env, ...own, TUWAI_DATA: dataDir, DATABASE_URL: "", TUWAI_LOG: "error" };
  const child = spawn(process.execPath, [shim, ...argv, "--json"], { env, stdio: "pipe" });
  child.stdin.end(typed.map((line) => `${line}\n`).join(""));
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const exitCode = await new Promise<number | null>((done) => child.once("close", done));
  const lines = said.out.trim().split("\n");
  if (lines.length !== 1)
    throw new Error(`tuwai ${argv.join(" ")} wrote ${lines.length} lines:\n${said.out}`);
  try {
    return { exitCode, document: JSON.parse(said.out) as Document };
  } catch (error) {
    throw new Error(`tuwai ${argv.join(" ")} wrote no JSON:\n${said.out}\n${said.err}`, { cause: error });
  }
}

/** The same in this process, for a journey of many commands: what `bin/tuwai.js` adds is a Node that starts each time. */
export async function tuwaiHere<Document>(
  dataDir: string,
  ...argv: readonly string[]
): Promise<Ran<Document>> {
  Object.assign(process.env, { TUWAI_DATA: dataDir, DATABASE_URL: "", TUWAI_LOG: "error" });
  let out = "";
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  const exitCode = await main([...argv, "--json"], streams);
  return { exitCode, document: JSON.parse(out) as Document };
}
