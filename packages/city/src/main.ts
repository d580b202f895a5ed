import { setTimeout as pause } from "node:timers/promises";
import { builtPages, livePages } from "@tuwai/web/pages";
import { isAppError } from "@tuwai/server/app";
import { openHttp } from "@tuwai/server/http";
import { endBoards } from "@tuwai/server/meeting-board";
import { startWork } from "@tuwai/server/work";
import {
  firstSteps,
  openServer,
  readConfig,
  requireOrigin,
  restoreDemo,
  setUp,
  settleMoment,
  uploadRoutes,
} from "#runtime";

// How a city starts, in one process: the application over its database, the pages, its clock, the work that follows commits,
// then what a new city needs. Ends cleanly on SIGTERM, on Ctrl-C, and when its launcher is gone.
const isDev = process.argv.includes("--dev");
const closeMillis = 500;
const pages = isDev ? livePages : builtPages;

try {
  const config = readConfig(process.env);
  if (!isDev) requireOrigin(config);
  await restoreDemo(config, say);
  const { app, notes, close } = await openServer(config);
  for (const note of notes) process.stdout.write(`Catatan · note: ${note}\n`);
  let isReady = false;
  const server = await openHttp(app, { pages, ready: () => isReady, uploads: uploadRoutes });
  await settleMoment(app);
  const worker = startWork(app);
  const stop = async () => {
    endBoards(app);
    await Promise.all([server.close(), worker.stop()]);
    // What still holds a connection was given back: its transaction ends with us, undone.
    await Promise.race([close(), pause(closeMillis)]);
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  process.once("disconnect", () => void stop());
  await setUp(app, say);
  for (const line of await firstSteps(app)) say(line);
  isReady = true;
  // A launcher says it itself, once it has heard it from outside; in development only we know that we are back.
  if (isDev || !process.channel) process.stdout.write(`ready ${server.url}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(isAppError(error) && error.code === "not-set-up" ? 78 : 1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE") {
    return `Port ${process.env["PORT"] ?? "3000"} sudah dipakai program lain. Jalankan dengan port lain: PORT=3001 npm start\nThe port is in use; nothing was changed.`;
  }
  return isAppError(error) ? error.message : String((error as Error).stack);
}
