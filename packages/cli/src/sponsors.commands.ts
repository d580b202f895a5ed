import { type Actor, type App, AppError } from "@tuwai/server/app";
import { stopReasons, type StopReason } from "@tuwai/domain/endings";
import { occupationGroups } from "@tuwai/domain/occupations";
import type { Month } from "@tuwai/domain/time";
import { findPledge, getMyPledge, listPledges, signPledge, stopPledge } from "@tuwai/server/sponsors";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { monthText, paragraphs, rupiahText, tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";
import { countOption, monthOption, rupiahOption } from "./options.ts";

type SignOptions = {
  readonly cap: number;
  readonly from: Month;
  readonly channel: "payroll" | "own-transfer";
  readonly workers: number;
  readonly agree: string;
  readonly village?: readonly string[];
  readonly work?: readonly string[];
  readonly nominate?: readonly string[];
  readonly nothingElse?: true;
};

/** `tuwai pledge sign|stop|show|list`. */
export const addPledgeCommands: AddCommands = (program, reply) => {
  const group = program
    .command("pledge")
    .summary("Mandat pegawai penanggung")
    .description("Mandat pegawai penanggung");
  addSign(group, reply);
  group
    .command("stop")
    .description("Menghentikan mandat sendiri, atau mandat dengan kode ini")
    .addArgument(new Argument("[kode]", "kode mandat, untuk pengelola program"))
    .addOption(new Option("--reason <alasan>", "alasan").choices([...stopReasons]).default("no-reason"))
    .action(async (code: string | undefined, options: StopOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => stop(app, actor, { code, ...options }))),
    );
  group
    .command("show")
    .description("Mandat sendiri: pekerja, keadaan perlindungan, iuran sekarang dan nanti")
    .action(async (_options: unknown, command: Command) => reply(await readAs(command, show)));
  group
    .command("list")
    .description("Semua mandat yang boleh dilihat, tanpa identitas pekerja")
    .addOption(new Option("--state <keadaan>", "keadaan").choices(["active", "stopped"]))
    .option("--opd <nama>", "perangkat daerah")
    .action(async (options: ListOptions, command: Command) =>
      reply(await readAs(command, (app, actor) => list(app, actor, options))),
    );
};

function addSign(group: Command, reply: (answer: Answer) => void): void {
  group
    .command("sign")
    .description("Menandatangani mandat: paling banyak --cap rupiah setiap bulan mulai --from")
    .requiredOption("--cap <rupiah>", "batas tertinggi per bulan", rupiahOption)
    .requiredOption("--from <bulan>", "bulan pertama, YYYY-MM", monthOption)
    .requiredOption("--agree <versi>", "versi naskah persetujuan yang sudah dibaca, misalnya ikrar-1")
    .addOption(
      new Option("--channel <cara>", "cara bayar").choices(["payroll", "own-transfer"]).default("payroll"),
    )
    .option("--workers <jumlah>", "jumlah pekerja", countOption, 1)
    .option("--village <kode...>", "dari desa atau kelurahan")
    .addOption(new Option("--work <kelompok...>", "jenis pekerjaan").choices([...occupationGroups]))
    .option("--nominate <kode...>", "kode pekerja yang dicalonkan")
    .option("--nothing-else", "hanya sesuai keinginan")
    .action(async (options: SignOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => sign(app, actor, options))),
    );
}

async function sign(app: App, actor: Actor, options: SignOptions): Promise<Answer> {
  const { cap, from, channel, workers, agree, village, work, nominate, nothingElse } = options;
  const answer = await signPledge(app, actor, {
    operationId: app.newId(),
    capRupiah: cap,
    workerCount: workers,
    fromMonth: from,
    channel,
    wishes: {
      ...(nominate === undefined ? {} : { nominatedCodes: nominate }),
      ...(village === undefined ? {} : { villages: village }),
      ...(work === undefined ? {} : { workGroups: work }),
      ...(nothingElse === undefined ? {} : { nothingElse }),
    },
    consentTextVersion: agree,
  });
  if (answer.outcome === "refused") {
    const reasons = answer.reasons.map(({ reason }) => reason).join(", ");
    throw new AppError("invalid-input", {
      message: `Mandat tidak dapat ditandatangani: ${reasons}.`,
      reasons: answer.reasons,
    });
  }
  return {
    document: answer,
    text: () => `Mandat ${answer.code} berlaku, paling banyak ${rupiahText(cap)} mulai ${monthText(from)}.`,
  };
}

type StopOptions = { readonly reason: StopReason };

async function stop(
  app: App,
  actor: Actor,
  { code, reason }: StopOptions & { readonly code: string | undefined },
): Promise<Answer> {
  const pledge = code === undefined ? await findOwn(app, actor) : await findByCode(app, actor, code);
  const { id: pledgeId, version } = pledge;
  const answer = await stopPledge(app, actor, { operationId: app.newId(), pledgeId, version, reason });
  return {
    document: { code: pledge.code, ...answer },
    text: () =>
      `Mandat ${pledge.code} berhenti mulai ${monthText(answer.stopMonth)}. Pekerja yang dicarikan penanggung baru: ${answer.freed}.`,
  };
}

type Found = { readonly id: string; readonly code: string; readonly version: number };

async function findOwn(app: App, actor: Actor): Promise<Found> {
  const { pledge } = await getMyPledge(app, actor);
  if (pledge === null) throw new AppError("not-found", { message: "Belum ada mandat.", object: "pledge" });
  return pledge;
}

async function findByCode(app: App, actor: Actor, code: string): Promise<Found> {
  const found = await findPledge(app, actor, { pledgeCode: code.toUpperCase() });
  if (found === null)
    throw new AppError("not-found", { message: `Mandat ${code} tidak ditemukan.`, object: "pledge" });
  return found;
}

async function show(app: App, actor: Actor): Promise<Answer> {
  const mine = await getMyPledge(app, actor);
  const { pledge, workers, prices } = mine;
  const prose =
    pledge === null
      ? "Belum ada mandat."
      : `Mandat ${pledge.code} · ${pledge.state} · paling banyak ${rupiahText(pledge.capRupiah)} mulai ${monthText(pledge.fromMonth)}`;
  const cost = (["other", "transport"] as const).flatMap((sector) =>
    prices[sector].map(({ from, until, perWorkerRupiah }) => [
      sector,
      `${from} – ${until}`,
      rupiahText(perWorkerRupiah),
    ]),
  );
  const people = workers.map(({ name, occupationGroup, villageName, coverState, paidUntil }) => [
    name ?? "–",
    occupationGroup ?? "–",
    villageName ?? "–",
    coverState,
    paidUntil ?? "–",
  ]);
  return {
    document: mine,
    text: () =>
      paragraphs(
        prose,
        people.length === 0
          ? ""
          : tableText([["Pekerja", "Kerja", "Desa", "Perlindungan", "Dibayar sampai"], ...people]),
        tableText([["Sektor", "Bulan", "Iuran per pekerja"], ...cost]),
      ),
  };
}

type ListOptions = { readonly state?: "active" | "stopped"; readonly opd?: string };

async function list(app: App, actor: Actor, options: ListOptions): Promise<Answer> {
  const pledges = await listPages((page) => listPledges(app, actor, { ...options, page }));
  return {
    document: { pledges },
    text: () =>
      tableText([
        ["Mandat", "Penanggung", "OPD", "Keadaan", "Pekerja", "Batas", "Mulai"],
        ...pledges.map((row) => [
          row.code,
          row.sponsorName ?? "–",
          row.opd,
          row.state,
          String(row.workerCount),
          rupiahText(row.capRupiah),
          row.fromMonth,
        ]),
      ]),
  };
}
