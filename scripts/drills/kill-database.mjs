// kill -9 of the database server while a command works, as often as asked; see drill.mjs for the arguments.
import { setTimeout as wait } from "node:timers/promises";
import { waitUntil } from "../launch/processes.mjs";
import { attachOrStart } from "../postgres.mjs";
import { readPlan, runDrill, shell } from "./drill.mjs";

const plan = readPlan();
let server = await attachOrStart({ dataDir: plan.data });
await runDrill(plan, async ({ afterMs, env }) => {
  const work = shell(plan.command, { ...env, DATABASE_URL: server.url });
  await wait(afterMs);
  process.kill(server.pid, "SIGKILL");
  await waitUntil(() => !server.isRunning(), 10_000);
  const { port } = server;
  await server.stop();
  server = await attachOrStart({ dataDir: plan.data, port });
  const { status } = await work.ended;
  return { url: server.url, said: `command ended with ${status}` };
});
await server.stop();
