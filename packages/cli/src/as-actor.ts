import type { Actor, App } from "@tuwai/server/app";
import { drainWork } from "@tuwai/server/work";
import type { Command } from "commander";
import type { Answer, GlobalOptions } from "./command-feature.ts";
import { actorFor, withApp } from "./with-app.ts";

type Work = (app: App, actor: Actor) => Promise<Answer>;

/** Reads something as the actor of the command line. */
export function readAs(command: Command, work: Work): Promise<Answer> {
  const { as } = command.optsWithGlobals<GlobalOptions>();
  return withApp(async (app) => work(app, await actorFor(app, as)));
}

/** Changes something, then does what follows from it, so that the next command sees a finished city. */
export function writeAs(command: Command, work: Work): Promise<Answer> {
  return readAs(command, async (app, actor) => {
    const answer = await work(app, actor);
    await drainWork(app);
    return answer;
  });
}
