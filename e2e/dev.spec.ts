import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { launch, stopped } from "./running-city.ts";

const serverFile = resolve(import.meta.dirname, "../packages/server/src/http/create-http.ts");

test("npm run dev serves the pages from their sources, and comes back when a file of the server is saved", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tuwai-dev-"));
  const { child, origin } = await launch({ dataDir, argv: ["--dev"], env: { TUWAI_DEMO: "0" } });
  let output = "";
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding("utf8").on("data", (text: string) => void (output += text));
  const timesReady = () => output.split(`ready ${origin}`).length - 1;
  const isUp = (times: number) =>
    expect.poll(timesReady, { timeout: 60_000, message: output }).toBeGreaterThanOrEqual(times);
  try {
    await isUp(1);
    await showsSignIn(origin);
    const waiting = await waitForChanges(origin);
    utimesSync(serverFile, new Date(), new Date());
    await isUp(2);
    await showsSignIn(origin);
    expect(waiting.readyState).toBe(WebSocket.CLOSED);
  } finally {
    await stopped(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function showsSignIn(origin: string): Promise<void> {
  const page = await (await fetch(`${origin}/masuk`)).text();
  expect(page).toContain('name="email"');
  expect(page).toContain("/@id/__x00__virtual:react-router/inject-hmr-runtime");
}

/** As an open browser does: it must not keep the old server from ending. */
async function waitForChanges(origin: string): Promise<WebSocket> {
  const client = await (await fetch(`${origin}/@vite/client`)).text();
  const token = /wsToken = "([^"]+)"/.exec(client)![1]!;
  const socket = new WebSocket(`${origin.replace("http", "ws")}/?token=${token}`, "vite-hmr");
  await new Promise((done) => socket.addEventListener("open", done, { once: true }));
  return socket;
}
