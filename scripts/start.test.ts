import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./launch/root.mjs";
import { npmCommand } from "./launch/run.mjs";
import { fileTrouble, Trouble, troubleCodes } from "./launch/trouble.mjs";

test("every known trouble has a sentence in Indonesian and one in English, and no gap in them", () => {
  for (const code of troubleCodes) {
    const lines = new Trouble(code, {
      port: 1,
      path: "p",
      host: "h",
      version: "v",
      platform: "l",
      found: "1",
      ours: "2",
      reason: "r",
    }).message.split("\n");
    expect(lines, code).toHaveLength(2);
    for (const line of lines) expect(line, code).toMatch(/^(?!.*(undefined|\[object)).{20,}[.…]$|npm start$/);
  }
});

test.each([
  [Object.assign(new Error("x"), { code: "ENOSPC" }), "disk-full"],
  [Object.assign(new Error("x"), { code: "EROFS" }), "read-only"],
  ["npm error code EACCES", "no-permission"],
  ["initdb: error: could not create directory: No space left on device", "disk-full"],
  ["FATAL: could not write: Read-only file system", "read-only"],
])("%s is reported as %s", (error, code) => {
  expect(fileTrouble(error, "somewhere")).toMatchObject({ code });
});

test("an error that is not about files is not explained away", () => {
  expect(fileTrouble(new TypeError("x is not a function"), "somewhere")).toBeNull();
});

test("npm runs on the Node that called it, never on our own, which an install takes away while it runs", () => {
  const npm = "/usr/lib/node_modules/npm/bin/npm-cli.js";
  const own = join(root, "node_modules/.bin/node");
  expect(npmCommand({ npm_execpath: npm, npm_node_execpath: "/usr/bin/node" }, own)).toEqual([
    "/usr/bin/node",
    npm,
  ]);
  expect(npmCommand({ npm_execpath: npm }, "/usr/bin/node")).toEqual(["/usr/bin/node", npm]);
  expect(npmCommand({ npm_execpath: npm }, own)).toEqual(["npm"]);
  expect(npmCommand({ npm_execpath: "/usr/bin/yarn.js" }, "/usr/bin/node")).toEqual(["npm"]);
});

test("a port that is no number ends with a sentence, before anything is done", async () => {
  const { status, output } = await startWith({ PORT: "tiga ribu" });
  expect(status).toBe(1);
  expect(output.trim().split("\n")).toEqual([
    "PORT harus bilangan bulat 1 sampai 65535, bukan “tiga ribu”.",
    "PORT must be a whole number from 1 to 65535, not “tiga ribu”.",
  ]);
});

test("a port in use ends with a sentence that proposes another", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { status, output } = await startWith({ PORT: String(port) });
  other.close();
  expect(status).toBe(1);
  expect(output).toContain(`Port ${port} sudah dipakai program lain.`);
  expect(output).toContain(`PORT=${port + 1} npm start`);
  expect(output).not.toContain("    at ");
});

async function startWith(settings: Record<string, string>): Promise<{ status: number; output: string }> {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [join(import.meta.dirname, "start.mjs")], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [status] = (await once(child, "close")) as [number];
  return { status, output };
}
