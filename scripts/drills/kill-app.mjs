// kill -9 of a command and of all it started, as often as asked; the database lives on. See drill.mjs for the arguments.
import { setTimeout as wait } from "node:timers/promises";
import { attachOrStart } from "../postgres.mjs";
import { readPlan, runDrill, shell } from "./drill.mjs";

const plan = readPlan();
const server = await attachOrStart({ dataDir: plan.data });
await runDrill(plan, async ({ afterMs, env }) => {
  const work = shell(plan.command, { ...env, DATABASE_URL: server.url });
  await wait(afterMs);
  work.kill();
  const { status } = await work.ended;
  return { url: server.url, said: `command ended with ${status}` };
});
await server.stop();
