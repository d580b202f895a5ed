// The first thing the reader of files runs: it takes its own program, types taken out already, from its parent.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

/** @type {Record<string, string>} */
const program = JSON.parse(readFileSync(3, "utf8"));

registerHooks({
  load(url, context, next) {
    const source = program[url];
    return source === undefined ? next(url, context) : { format: "module", source, shortCircuit: true };
  },
});
