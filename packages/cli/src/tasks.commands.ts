import type { Actor, App } from "@tuwai/server/app";
import { listTasks } from "@tuwai/server/tasks";
import type { Command } from "commander";
import { readAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { tableText } from "./indonesian.ts";

/** `tuwai tasks`: what waits for the actor, most urgent first. */
export const addTaskCommands: AddCommands = (program, reply) => {
  program
    .command("tasks")
    .summary("Yang menunggu pelaku")
    .description("Yang menunggu pelaku, yang paling mendesak di depan; hanya jumlah")
    .action(async (_options: unknown, command: Command) => reply(await readAs(command, tasks)));
};

async function tasks(app: App, actor: Actor): Promise<Answer> {
  const found = await listTasks(app, actor);
  return {
    document: { tasks: found },
    text: () =>
      found.length === 0
        ? "Tidak ada yang menunggu Anda."
        : tableText([
            ["Jumlah", "Tugas", "Tempat"],
            ...found.map(({ count, code, target }) => [String(count), code, target]),
          ]),
  };
}
