import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const shim = fileURLToPath(new URL("../bin/tuwai.js", import.meta.url));
/** Makes the Node that reads the shim look old. The Node it hands over to does not get this. */
const asOldNode = [
  "--import",
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.0'}})",
];

function launch(nodeFlags: string[], ...argv: string[]) {
  const child = spawn(process.execPath, [...nodeFlags, shim, ...argv], { stdio: ["pipe", "pipe", "pipe"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: string | null; out: string }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, out }));
  });
  return { child, ended };
}

describe.each([
  ["the Node of the project", []],
  ["an old Node, which hands over", asOldNode],
])("started by %s", (_, nodeFlags) => {
  test("an answer and its exit code arrive", async () => {
    expect(await launch(nodeFlags, "terbilang", "11").ended).toEqual({
      code: 0,
      signal: null,
      out: "sebelas\n",
    });
    expect((await launch(nodeFlags, "terbilang", "x").ended).code).toBe(2);
    expect((await launch(nodeFlags, "wrong").ended).code).toBe(64);
  });

  test("input reaches the command", async () => {
    const { child, ended } = launch(
      nodeFlags,
      "cover",
      "explain",
      "--events",
      "-",
      "--on",
      "2025-01-01",
      "--json",
    );
    child.stdin.end('{"segment":"bpu","events":[]}');
    expect(JSON.parse((await ended).out)).toMatchObject({ state: "not-registered" });
  });

  test("a signal ends it by that signal", async () => {
    const { child, ended } = launch(nodeFlags, "cover", "explain", "--events", "-", "--on", "2025-01-01");
    setTimeout(() => child.kill("SIGTERM"), 400);
    expect((await ended).signal).toBe("SIGTERM");
  });
});
