import type { Actor, App } from "@tuwai/server/app";
import { listDeadWork, retryDeadWork } from "@tuwai/server/upkeep";
import { Argument, type Command } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { momentText, tableText } from "./indonesian.ts";
import { countOption } from "./options.ts";

/** `tuwai work list|retry`: background work that failed too often. */
export const addWorkCommands: AddCommands = (program, reply) => {
  const work = program.command("work").summary("Pekerjaan latar yang gagal");
  work
    .command("list")
    .summary("Pekerjaan yang gagal dan menunggu dilihat")
    .option("--page <bilangan>", "halaman", countOption, 1)
    .action(async ({ page }: { page: number }, command: Command) =>
      reply(await readAs(command, (app, actor) => list(app, actor, page))),
    );
  work
    .command("retry")
    .summary("Mencoba lagi satu pekerjaan")
    .addArgument(new Argument("<kode>", "kode pekerjaan dari tuwai work list"))
    .action(async (workId: string, _options: unknown, command: Command) =>
      reply(await writeAs(command, (app, actor) => retry(app, actor, workId))),
    );
};

async function list(app: App, actor: Actor, page: number): Promise<Answer> {
  const found = await listDeadWork(app, actor, { page });
  return {
    document: found,
    text: () =>
      found.total === 0
        ? "Tidak ada pekerjaan yang gagal."
        : tableText([
            ["Kode", "Pekerjaan", "Dicoba", "Sejak", "Kesalahan"],
            ...found.rows.map(({ workId, topic, attempts, since, error }) => [
              workId,
              topic,
              String(attempts),
              momentText(since),
              error ?? "",
            ]),
          ]),
  };
}

async function retry(app: App, actor: Actor, workId: string): Promise<Answer> {
  const { topic } = await retryDeadWork(app, actor, { operationId: app.newId(), workId });
  return { document: { workId, topic }, text: () => `${topic} dicoba lagi.` };
}
