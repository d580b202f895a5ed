import {
  type IncidentEvidence,
  incidentEvidence,
  type KnownKind,
  knownKinds,
  type Refutal,
  refutals,
  type ReportStage,
  reportStages,
} from "@tuwai/domain/incident-reports";
import type { CivilDate } from "@tuwai/domain/time";
import { type Actor, type App } from "@tuwai/server/app";
import {
  confirmIncidentReport,
  linkIncidentReport,
  listIncidentReports,
  refuteIncidentReport,
} from "@tuwai/server/incident-reports";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { tableText } from "./indonesian.ts";
import { dateOption } from "./options.ts";
import { refusedError } from "./refused-error.ts";

type ListOptions = { readonly stage?: ReportStage; readonly page?: string };
type ConfirmOptions = {
  readonly kind: KnownKind;
  readonly on: CivilDate;
  readonly accidentOn?: CivilDate;
  readonly evidence: IncidentEvidence;
};

const reportId = () => new Argument("<id>", "id laporan, dari daftar");

/** `tuwai incident report list|link|confirm|refute`. */
export const addIncidentCommands: AddCommands = (program, reply) => {
  const reports = program
    .command("incident")
    .summary("Kematian dan kecelakaan yang dilaporkan")
    .description("Kematian dan kecelakaan yang dilaporkan")
    .command("report")
    .description("Laporan: daftar, hubungkan, pastikan, sangkal");
  reports
    .command("list")
    .description("Laporan pada satu tahap, yang paling lama menunggu di atas; tanpa nama")
    .addOption(new Option("--stage <tahap>", "tahap").choices([...reportStages]).default("reported"))
    .option("--page <halaman>", "halaman")
    .action(async (options: ListOptions, command: Command) =>
      reply(await readAs(command, (app, actor) => list(app, actor, options))),
    );
  reports
    .command("link")
    .description("Mengatakan laporan ini tentang pekerja yang mana")
    .addArgument(reportId())
    .requiredOption("--worker <kode>", "kode pekerja")
    .action(async (id: string, { worker }: { readonly worker: string }, command: Command) =>
      reply(await writeAs(command, (app, actor) => link(app, actor, { reportId: id, personCode: worker }))),
    );
  reports
    .command("confirm")
    .description("Memastikan laporan; iuran dan perlindungan mengikuti hari kejadiannya")
    .addArgument(reportId())
    .addOption(new Option("--kind <kejadian>", "kejadian").choices([...knownKinds]).makeOptionMandatory())
    .requiredOption("--on <tanggal>", "hari kejadian, YYYY-MM-DD", dateOption)
    .option(
      "--accident-on <tanggal>",
      "bila meninggal karena kecelakaan kerja: hari kecelakaannya",
      dateOption,
    )
    .addOption(
      new Option("--evidence <bukti>", "menurut apa").choices([...incidentEvidence]).makeOptionMandatory(),
    )
    .action(async (id: string, options: ConfirmOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => confirm(app, actor, id, options))),
    );
  reports
    .command("refute")
    .description("Menyatakan laporan tidak benar; semua yang mengikutinya kembali seperti semula")
    .addArgument(reportId())
    .addOption(new Option("--reason <sebab>", "sebab").choices([...refutals]).makeOptionMandatory())
    .action(async (id: string, { reason }: { readonly reason: Refutal }, command: Command) =>
      reply(await writeAs(command, (app, actor) => refute(app, actor, id, reason))),
    );
};

async function list(app: App, actor: Actor, { stage, page }: ListOptions): Promise<Answer> {
  const asked = { ...(stage === undefined ? {} : { stage }), page: Number(page ?? 1) };
  const found = await listIncidentReports(app, actor, asked);
  return {
    document: found,
    text: () =>
      found.rows.length === 0
        ? "Tidak ada laporan pada tahap ini."
        : tableText([
            ["Id", "Kejadian", "Desa", "Hari", "Lewat", "Pekerja", "Keadaan"],
            ...found.rows.map(({ id, kind, villageCode, happenedOn, channel, isLinked, state }) => [
              id,
              kind,
              villageCode ?? "-",
              happenedOn,
              channel,
              isLinked ? "sudah dihubungkan" : "belum",
              state,
            ]),
          ]),
  };
}

async function link(
  app: App,
  actor: Actor,
  of: { readonly reportId: string; readonly personCode: string },
): Promise<Answer> {
  const answer = await linkIncidentReport(app, actor, { operationId: app.newId(), ...of });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return { document: answer, text: () => "Laporan dihubungkan dengan pekerjanya." };
}

async function confirm(app: App, actor: Actor, id: string, options: ConfirmOptions): Promise<Answer> {
  const answer = await confirmIncidentReport(app, actor, {
    operationId: app.newId(),
    reportId: id,
    ...options,
  });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return { document: answer, text: () => "Laporan dipastikan benar." };
}

async function refute(app: App, actor: Actor, id: string, refutal: Refutal): Promise<Answer> {
  const answer = await refuteIncidentReport(app, actor, { operationId: app.newId(), reportId: id, refutal });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return { document: answer, text: () => "Laporan dinyatakan tidak benar." };
}
