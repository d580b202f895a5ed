import type { Actor, App } from "@tuwai/server/app";
import { listEnrolments } from "@tuwai/server/enrolment";
import { type Command, Option } from "commander";
import { readAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";

const states = ["ready", "in-packet", "sent", "accepted", "rejected", "ended"] as const;
type ListOptions = { readonly state?: (typeof states)[number]; readonly village?: string };

/** `tuwai enrolment list`. */
export const addEnrolmentCommands: AddCommands = (program, reply) => {
  const group = program
    .command("enrolment")
    .summary("Pendaftaran pekerja ke BPJS")
    .description("Pendaftaran pekerja ke BPJS");
  group
    .command("list")
    .description("Pekerja yang didaftarkan, dengan keadaannya")
    .addOption(new Option("--state <keadaan>", "keadaan").choices([...states]))
    .option("--village <kode>", "desa atau kelurahan")
    .action(async (options: ListOptions, command: Command) =>
      reply(await readAs(command, (app, actor) => listAll(app, actor, options))),
    );
};

async function listAll(app: App, actor: Actor, { state, village }: ListOptions): Promise<Answer> {
  const choice = {
    ...(state === undefined ? {} : { state }),
    ...(village === undefined ? {} : { villageCode: village }),
  };
  const enrolments = await listPages((page) => listEnrolments(app, actor, { ...choice, page }));
  return {
    document: { enrolments },
    text: () =>
      tableText([
        ["Pekerja", "Keadaan", "Mulai", "Dana", "Alasan"],
        ...enrolments.map((row) => [
          row.person.code ?? "–",
          row.state,
          row.fromMonth,
          row.fundSource ?? "–",
          row.rejectionReason ?? "",
        ]),
      ]),
  };
}
