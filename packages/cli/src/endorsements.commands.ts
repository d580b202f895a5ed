import { type Actor, type App, AppError } from "@tuwai/server/app";
import {
  decideEndorsement,
  excludeFromEndorsement,
  type ExclusionReason,
  exclusionReasons,
  getEndorsement,
  getEndorsementSummary,
  includeInEndorsement,
  listEndorsements,
  proposeEndorsement,
} from "@tuwai/server/endorsements";
import { listCandidates } from "@tuwai/server/eligibility";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { paragraphs, tableText } from "./indonesian.ts";
import { reasonOption } from "./options.ts";

/** The words of `--consent-declared` below, as they are kept with every consent it records. */
const consentTextVersion = "penetapan-cli-1";

type ProposeOptions = { readonly village: string; readonly consentDeclared?: true; readonly note?: string };
type ChangeOptions = { readonly person: string };
type ExcludeOptions = ChangeOptions & { readonly reason: ExclusionReason };
type ListState = "proposed" | "approved" | "returned";

const listArgument = () => new Argument("<daftar>", "id atau kode daftar");

/** `tuwai list candidates|all|propose|show|exclude|include|approve|return`. */
export const addListCommands: AddCommands = (program, reply) => {
  const group = program
    .command("list")
    .summary("Penetapan daftar pekerja desa")
    .description("Penetapan daftar pekerja desa");
  group
    .command("candidates")
    .description("Orang di daftar desa dengan penilaian dan semua alasannya")
    .requiredOption("--village <kode>", "desa atau kelurahan")
    .action(async ({ village }: { village: string }, command: Command) =>
      reply(await readAs(command, (app, actor) => candidates(app, actor, village))),
    );
  group
    .command("all")
    .description("Daftar yang pernah diajukan, terbaru di depan")
    .option("--village <kode>", "desa atau kelurahan")
    .addOption(new Option("--state <keadaan>", "keadaan").choices(["proposed", "approved", "returned"]))
    .action(async (options: { village?: string; state?: ListState }, command: Command) =>
      reply(await readAs(command, (app, actor) => all(app, actor, options))),
    );
  group
    .command("propose")
    .description("Mengajukan daftar desa kepada kepala desa atau lurah")
    .requiredOption("--village <kode>", "desa atau kelurahan")
    .option(
      "--consent-declared",
      "menyatakan setiap orang dalam daftar sudah diberi tahu tentang program dan setuju ikut",
    )
    .option("--note <catatan>", "catatan untuk kepala desa atau lurah", reasonOption)
    .action(async (options: ProposeOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => propose(app, actor, options))),
    );
  group
    .command("show")
    .description("Satu daftar dengan orang-orangnya")
    .addArgument(listArgument())
    .action(async (id: string, _options: unknown, command: Command) =>
      reply(await readAs(command, (app, actor) => show(app, actor, id))),
    );
  addChanges(group, reply);
  addDecisions(group, reply);
};

function addChanges(group: Command, reply: (answer: Answer) => void): void {
  group
    .command("exclude")
    .description("Mengeluarkan satu orang dari daftar yang menunggu")
    .addArgument(listArgument())
    .requiredOption("--person <kode>", "kode pekerja")
    .addOption(new Option("--reason <alasan>", "alasan").choices([...exclusionReasons]).makeOptionMandatory())
    .action(async (id: string, options: ExcludeOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => change(app, actor, { id, ...options }))),
    );
  group
    .command("include")
    .description("Memasukkan lagi orang yang dikeluarkan dengan tangan")
    .addArgument(listArgument())
    .requiredOption("--person <kode>", "kode pekerja")
    .action(async (id: string, options: ChangeOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => change(app, actor, { id, ...options }))),
    );
}

function addDecisions(group: Command, reply: (answer: Answer) => void): void {
  group
    .command("approve")
    .description("Mengesahkan daftar; bukan oleh yang mengajukan")
    .addArgument(listArgument())
    .action(async (id: string, _options: unknown, command: Command) =>
      reply(await writeAs(command, (app, actor) => decide(app, actor, { id }))),
    );
  group
    .command("return")
    .description("Mengembalikan daftar kepada operator")
    .addArgument(listArgument())
    .requiredOption("--note <catatan>", "yang perlu diperbaiki, tanpa NIK atau nomor lain", reasonOption)
    .action(async (id: string, { note }: { note: string }, command: Command) =>
      reply(await writeAs(command, (app, actor) => decide(app, actor, { id, note }))),
    );
}

async function candidates(app: App, actor: Actor, villageCode: string): Promise<Answer> {
  const first = await listCandidates(app, actor, { villageCode });
  const items = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1)
    items.push(...(await listCandidates(app, actor, { villageCode, page })).rows);
  const { village, counts, reasonCounts } = first;
  return {
    document: { village, counts, reasonCounts, candidates: items },
    text: () =>
      paragraphs(
        `${village.name}: ${counts.ready} dari ${items.length} orang siap diajukan.`,
        tableText([
          ["Kode", "Nama", "Penilaian", "Alasan"],
          ...items.map(({ person, outcome, reasons }) => [
            person.code ?? "",
            person.name ?? "",
            outcome ?? "belum dinilai",
            reasons.map(codeOf).join(", "),
          ]),
        ]),
      ),
  };
}

const codeOf = (reason: Readonly<Record<string, unknown>> & { readonly code: string }): string =>
  typeof reason["fact"] === "string" ? `${reason.code}:${reason["fact"]}` : reason.code;

async function all(
  app: App,
  actor: Actor,
  of: { readonly village?: string; readonly state?: ListState },
): Promise<Answer> {
  const lists = await readLists(app, actor, of);
  return {
    document: { lists },
    text: () =>
      lists.length === 0
        ? "Belum ada daftar yang cocok."
        : tableText([
            ["Kode", "Desa", "Keadaan", "Orang", "Tidak ikut"],
            ...lists.map((list) => [
              list.code,
              list.villageName,
              list.state,
              String(list.included),
              String(list.excluded),
            ]),
          ]),
  };
}

async function readLists(
  app: App,
  actor: Actor,
  of: { readonly village?: string; readonly state?: ListState },
) {
  const filter = {
    ...(of.village === undefined ? {} : { villageCode: of.village }),
    ...(of.state === undefined ? {} : { state: of.state }),
  };
  const lists = [];
  for (let page = 1; ; page += 1) {
    const found = await listEndorsements(app, actor, { ...filter, page });
    lists.push(...found.rows);
    if (page >= found.pages) return lists;
  }
}

async function propose(app: App, actor: Actor, options: ProposeOptions): Promise<Answer> {
  const answer = await proposeEndorsement(app, actor, {
    operationId: app.newId(),
    villageCode: options.village,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.consentDeclared === true ? { consentTextVersion } : {}),
  });
  if (answer.outcome === "refused") {
    const { reasons, endorsementId } = answer;
    throw new AppError("conflict", {
      message: `Daftar tidak dapat diajukan: ${reasons.join(", ")}.`,
      reasons,
      ...(endorsementId === undefined ? {} : { endorsementId }),
    });
  }
  return {
    document: answer,
    text: () =>
      `Diajukan: ${answer.included} orang, ${answer.excluded} tidak ikut. Daftar ${answer.endorsementId}.`,
  };
}

async function show(app: App, actor: Actor, endorsementId: string): Promise<Answer> {
  const { rows, ...list } = await getEndorsement(app, actor, { endorsementId });
  const items = [...rows];
  for (let page = 2; page <= list.pages; page += 1)
    items.push(...(await getEndorsement(app, actor, { endorsementId, page })).rows);
  return {
    document: { ...list, items },
    text: () =>
      paragraphs(
        `${list.code} · ${list.villageName} · ${list.state}: ${list.included} orang, ${list.excluded} tidak ikut.`,
        list.note ?? "",
        tableText([
          ["Kode", "Nama", "Ikut", "Alasan"],
          ...items.map(({ person, included, exclusionReason }) => [
            person.code ?? "",
            person.name ?? "",
            included ? "ya" : "tidak",
            exclusionReason ?? "",
          ]),
        ]),
      ),
  };
}

async function change(
  app: App,
  actor: Actor,
  of: { readonly id: string; readonly person: string; readonly reason?: ExclusionReason },
): Promise<Answer> {
  const list = await getEndorsementSummary(app, actor, { endorsementId: of.id });
  const target = {
    operationId: app.newId(),
    endorsementId: list.id,
    personId: of.person,
    version: list.version,
  };
  const answer =
    of.reason === undefined
      ? await includeInEndorsement(app, actor, target)
      : await excludeFromEndorsement(app, actor, { ...target, reason: of.reason });
  if (answer.outcome === "refused")
    throw new AppError("conflict", {
      message: `${of.person} tidak dapat diubah: ${answer.reasons.join(", ")}.`,
      reasons: answer.reasons,
    });
  return {
    document: { list: list.code, person: of.person, included: of.reason === undefined, ...answer },
    text: () =>
      of.reason === undefined
        ? `${of.person} masuk lagi ke daftar ${list.code}.`
        : `${of.person} dikeluarkan dari daftar ${list.code}.`,
  };
}

async function decide(
  app: App,
  actor: Actor,
  of: { readonly id: string; readonly note?: string },
): Promise<Answer> {
  const list = await getEndorsementSummary(app, actor, { endorsementId: of.id });
  const answer = await decideEndorsement(app, actor, {
    operationId: app.newId(),
    endorsementId: list.id,
    version: list.version,
    verdict: of.note === undefined ? "approve" : "return",
    ...(of.note === undefined ? {} : { note: of.note }),
  });
  if (answer.outcome === "refused") {
    const codes = answer.reasons.flatMap((reason) => ("personCodes" in reason ? reason.personCodes : []));
    throw new AppError("conflict", {
      message: `Daftar belum dapat disahkan; tidak memenuhi syarat lagi: ${codes.join(", ")}.`,
      reasons: answer.reasons,
    });
  }
  return {
    document: { list: list.code, ...answer },
    text: () =>
      answer.state === "approved"
        ? `Daftar ${list.code} disahkan: ${list.included} orang.`
        : `Daftar ${list.code} dikembalikan.`,
  };
}
