// `npm start`, `npm run dev` and `npm run setup`: from an empty clone to a running city, in one command that can be repeated.
// Plain JavaScript with node: imports only, because it runs before anything is installed, on any Node from 18 on.
import { resolve } from "node:path";
import { Refused, startApp, untilReady } from "./launch/app.mjs";
import { openDatabase } from "./launch/database.mjs";
import { startDevApp } from "./launch/dev-app.mjs";
import { prepare, prepareTools } from "./launch/prepare.mjs";
import { portOf, refuseTakenPort } from "./launch/port.mjs";
import { parentOf } from "./launch/processes.mjs";
import { root } from "./launch/root.mjs";
import { step } from "./launch/step.mjs";
import { Trouble } from "./launch/trouble.mjs";

/** @type {{ stop: () => Promise<void> }[]} what runs, to be stopped in reverse order */
const running = [];
let isStopping = false;
const isDev = process.argv.includes("--dev");

try {
  if (process.argv.includes("--setup-only")) await prepare();
  else await start();
} catch (error) {
  // An application that we ourselves asked to stop has not failed.
  if (isStopping) await new Promise(() => undefined);
  await stopEverything();
  if (error instanceof Refused) process.exit(Refused.exitCode);
  process.stderr.write(
    error instanceof Trouble
      ? `\n${error.message}\n`
      : `\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

async function start() {
  const env = process.env;
  const port = portOf(env["PORT"]);
  const host = env["HOST"] || "127.0.0.1";
  const dataDir = resolve(root, env["TUWAI_DATA"] || ".data");
  await refuseTakenPort(port, host);
  const node = await (isDev ? prepareTools() : prepare());
  followSignals();
  const database = await step("Basis data · database", () => openDatabase(env["DATABASE_URL"], dataDir));
  running.push(database);
  const settings = {
    DATABASE_URL: database.url,
    TUWAI_DATA: dataDir,
    HOST: host,
    PORT: String(port),
  };
  const app = isDev ? startDevApp(node, settings) : startApp(node, settings);
  running.push(app);
  await untilReady(app, port, host);
  // In development the application says it, each time it is back.
  if (!isDev) process.stdout.write(`ready http://localhost:${port}\n`);
  const trouble = await Promise.race([
    app.ended.then((reason) => new Trouble("app-stopped", { reason })),
    database.lost,
  ]);
  if (!isStopping) throw trouble;
}

/** Ctrl-C, SIGTERM, and an npm that was killed above us. For a kill of ourselves: follow-parent.mjs and guard.sh. */
function followSignals() {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, leave);
  if (!process.env["npm_lifecycle_event"]) return;
  const above = callers();
  setInterval(() => callers() !== above && leave(), 500).unref();
}

/** The second time without waiting. */
async function leave() {
  if (isStopping) process.exit(1);
  await stopEverything();
  process.exit(0);
}

/** npm, and the shell it may have put between us. */
function callers() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

async function stopEverything() {
  isStopping = true;
  for (const part of running.splice(0).reverse()) await part.stop();
}
