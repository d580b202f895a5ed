import { type Actor, type App, AppError, isUuid } from "@tuwai/server/app";
import {
  acceptProposals,
  declineProposal,
  fundByCity,
  listProposals,
  listWaiting,
  proposeMatches,
  type PublicFund,
} from "@tuwai/server/matching";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import { CommandError } from "./command-error.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { paragraphs, tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";

/** `tuwai match propose|list|accept|decline`. */
export const addMatchCommands: AddCommands = (program, reply) => {
  const group = program
    .command("match")
    .summary("Menjodohkan pekerja dengan penanggung")
    .description("Menjodohkan pekerja dengan penanggung");
  group
    .command("propose")
    .description("Mengusulkan penanggung bagi semua yang menunggu, sejauh ada tempat")
    .action(async (_options: unknown, command: Command) => reply(await writeAs(command, propose)));
  group
    .command("list")
    .description("Usulan yang menunggu keputusan, dengan alasannya")
    .action(async (_options: unknown, command: Command) => reply(await readAs(command, list)));
  group
    .command("accept")
    .description("Menerima usulan; pekerjanya siap masuk paket berikutnya")
    .addArgument(new Argument("[id...]", "id usulan"))
    .option("--all", "semua usulan yang menunggu")
    .action(async (ids: readonly string[], options: { all?: true }, command: Command) =>
      reply(await writeAs(command, (app, actor) => accept(app, actor, { ids, all: options.all === true }))),
    );
  group
    .command("decline")
    .description("Menolak satu usulan; pasangan itu tidak diusulkan lagi")
    .addArgument(new Argument("<id>", "id usulan"))
    .addOption(
      new Option("--reason <alasan>", "alasan")
        .choices(["sponsor-asked-another", "conflict-of-interest", "other"])
        .makeOptionMandatory(),
    )
    .action(async (id: string, { reason }: { reason: DeclineReason }, command: Command) =>
      reply(await writeAs(command, (app, actor) => decline(app, actor, { id, reason }))),
    );
};

/** `tuwai fund --source apbd|apbdes|csr --persons CODE…`: workers paid by public or company money, without a sponsor. */
export const addFundCommands: AddCommands = (program, reply) => {
  program
    .command("fund")
    .summary("Mendanai pekerja tanpa penanggung")
    .description("Mendanai pekerja yang sudah disahkan dari uang kota, desa, atau perusahaan")
    .addOption(
      new Option("--source <dana>", "sumber dana").choices(["apbd", "apbdes", "csr"]).makeOptionMandatory(),
    )
    .requiredOption("--persons <kode...>", "kode pekerja")
    .action(async (options: FundOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => fund(app, actor, options))),
    );
};

async function propose(app: App, actor: Actor): Promise<Answer> {
  const answer = await proposeMatches(app, actor, { operationId: app.newId() });
  const { proposals, waiting, freePlaces } = answer;
  return {
    document: answer,
    text: () =>
      tableText([
        ["Usulan baru", String(proposals)],
        ["Menunggu karena tempat habis", String(waiting.noFreeSponsor)],
        ["Menunggu karena tidak ada yang cocok", String(waiting.noFittingSponsor)],
        ["Tempat kosong", String(freePlaces)],
      ]),
  };
}

const allProposals = (app: App, actor: Actor) => listPages((page) => listProposals(app, actor, { page }));

async function list(app: App, actor: Actor): Promise<Answer> {
  const proposals = await allProposals(app, actor);
  return {
    document: { proposals },
    text: () =>
      tableText([
        ["Id", "Pekerja", "Penanggung", "OPD", "Alasan"],
        ...proposals.map(({ id, person, sponsorName, pledgeCode, opd, reasons }) => [
          id,
          person.code ?? "–",
          sponsorName ?? pledgeCode,
          opd,
          reasons.map(({ code }) => code).join(", "),
        ]),
      ]),
  };
}

type Chosen = { readonly ids: readonly string[]; readonly all: boolean };

async function accept(app: App, actor: Actor, chosen: Chosen): Promise<Answer> {
  if (chosen.all === chosen.ids.length > 0)
    throw new CommandError("usage", "Sebutkan id usulan, atau --all untuk semua.");
  const ids = chosen.all ? (await allProposals(app, actor)).map(({ id }) => id) : chosen.ids.map(readId);
  const answer = await acceptProposals(app, actor, { operationId: app.newId(), sponsorshipIds: ids });
  const { accepted, refused } = answer;
  if (accepted.length === 0 && refused.length > 0) throw nothingDone("diterima", refused);
  return {
    document: answer,
    text: () =>
      paragraphs(
        `Diterima: ${accepted.map(({ personCode }) => personCode).join(", ") || "–"}`,
        refusedText(refused.map(({ id, reasons }) => ({ name: id, reasons }))),
      ),
    exitCode: refused.length > 0 ? 3 : 0,
  };
}

type DeclineReason = "sponsor-asked-another" | "conflict-of-interest" | "other";

async function decline(
  app: App,
  actor: Actor,
  asked: { readonly id: string; readonly reason: DeclineReason },
): Promise<Answer> {
  const proposal = (await allProposals(app, actor)).find(({ id }) => id === asked.id);
  if (proposal === undefined)
    throw new AppError("not-found", { message: "Usulan ini tidak ada atau sudah diputuskan." });
  const { version, person } = proposal;
  const answer = await declineProposal(app, actor, {
    operationId: app.newId(),
    sponsorshipId: asked.id,
    reason: asked.reason,
    version,
  });
  return {
    document: { id: asked.id, ...answer },
    text: () => `Usulan untuk ${person.code ?? asked.id} ditolak. Pekerjanya menunggu lagi.`,
  };
}

type FundOptions = { readonly source: PublicFund; readonly persons: readonly string[] };

async function fund(app: App, actor: Actor, { source, persons }: FundOptions): Promise<Answer> {
  const waiting = await listPages((page) => listWaiting(app, actor, { page }));
  const ids = new Map(waiting.map(({ person, personId }) => [person.code, personId]));
  const codes = [...new Set(persons.map((code) => code.toUpperCase()))];
  const personIds = codes.flatMap((code) => ids.get(code) ?? []);
  const strangers = codes
    .filter((code) => !ids.has(code))
    .map((personCode) => ({ personCode, reasons: ["not-waiting"] }));
  const answer = await fundByCity(app, actor, { operationId: app.newId(), personIds, fundSource: source });
  const refused = [...answer.refused, ...strangers];
  if (answer.funded.length === 0) throw nothingDone("didanai", refused);
  return {
    document: { ...answer, refused },
    text: () =>
      paragraphs(
        `Didanai dari ${source}: ${answer.funded.map(({ personCode }) => personCode).join(", ")}`,
        refusedText(refused.map(({ personCode = "–", reasons }) => ({ name: personCode, reasons }))),
      ),
    exitCode: refused.length > 0 ? 3 : 0,
  };
}

function nothingDone(what: string, refused: readonly object[]): AppError {
  return new AppError("conflict", { message: `Tidak ada yang dapat ${what}.`, refused });
}

function refusedText(refused: readonly { name: string; reasons: readonly string[] }[]): string {
  if (refused.length === 0) return "";
  return tableText([
    ["Tidak dapat", "Alasan"],
    ...refused.map(({ name, reasons }) => [name, reasons.join(", ")]),
  ]);
}

function readId(text: string): string {
  if (isUuid(text.toLowerCase())) return text.toLowerCase();
  throw new CommandError("invalid-input", "Id usulan berbentuk seperti di daftar `tuwai match list`.");
}
