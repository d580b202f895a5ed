import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const folder = new URL("./", import.meta.url);
let program: string | null = null;

/**
 * The modules of this folder as JavaScript, by their addresses, as JSON. A reader lives for one file: with types to take out
 * it spent more than half of its time on starting, and it may keep nothing for the next one.
 */
export function readerProgram(): string {
  program ??= withoutWarnings(() =>
    JSON.stringify(
      Object.fromEntries(
        readdirSync(folder)
          .filter((name) => /^[\w-]+\.ts$/.test(name))
          .map((name) => new URL(name, folder))
          .map((module) => [module.href, stripTypeScriptTypes(readFileSync(module, "utf8"))]),
      ),
    ),
  );
  return program;
}

/** Node itself runs us by the same function, and still calls it experimental to whoever calls it by name. */
function withoutWarnings<T>(work: () => T): T {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
