import type { Actor, App } from "@tuwai/server/app";
import { packetTasks } from "#packets";
import { importTasks } from "#imports";
import type { Language } from "#language/language.ts";
import { countedTasks } from "./counted-tasks.ts";
import type { Task, TaskSource } from "#shell";

/** The features that hand out tasks, most urgent first. A feature adds its row with its first page. */
export const taskSources: readonly TaskSource[] = [importTasks, packetTasks, countedTasks];

export async function listTasks(app: App, actor: Actor, language: Language): Promise<Task[]> {
  const lists = await Promise.all(taskSources.map((source) => source(app, actor, language)));
  return lists.flat();
}
