import { type Actor, type App, AppError } from "@tuwai/server/app";
import {
  composePacket,
  getPacket,
  getPacketSummary,
  listPackets,
  removeFromPacket,
  sendPacket,
  withdrawPacket,
} from "@tuwai/server/packets";
import type { Month } from "@tuwai/domain/time";
import type { Command } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer, Reply } from "./command-feature.ts";
import { monthText, paragraphs, rupiahText, tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";
import { countOption, monthOption, packetArgument } from "./options.ts";
import { addPacketFileCommands } from "./packet-files.commands.ts";
import { addMappingCommands } from "./packet-mapping.commands.ts";

/** `tuwai packet compose|list|show|remove|send|download|withdraw|result-template|mapping`. */
export const addPacketCommands: AddCommands = (program, reply) => {
  const group = program
    .command("packet")
    .summary("Paket pendaftaran untuk BPJS")
    .description("Paket pendaftaran untuk BPJS");
  group
    .command("compose")
    .description("Menyusun draf dari semua yang siap; yang belum benar tertinggal dengan alasannya")
    .requiredOption("--month <bulan>", "bulan mulai perlindungan, YYYY-MM", monthOption)
    .action(async ({ month }: { month: Month }, command: Command) =>
      reply(await writeAs(command, (app, actor) => compose(app, actor, month))),
    );
  group
    .command("list")
    .description("Semua paket yang boleh dilihat")
    .action(async (_options: unknown, command: Command) => reply(await readAs(command, list)));
  addPacketActs(group, reply);
  addPacketFileCommands(group, reply);
  addMappingCommands(group, reply);
};

function addPacketActs(group: Command, reply: Reply): void {
  group
    .command("show")
    .description("Isi satu paket, tanpa NIK")
    .addArgument(packetArgument())
    .action(async (code: string, _options: unknown, command: Command) =>
      reply(await readAs(command, (app, actor) => show(app, actor, code))),
    );
  group
    .command("remove")
    .description("Mengeluarkan pekerja dari draf")
    .addArgument(packetArgument())
    .argument("<kode...>", "kode pekerja")
    .action(async (code: string, personCodes: readonly string[], _options: unknown, command: Command) =>
      reply(await writeAs(command, (app, actor) => remove(app, actor, { code, personCodes }))),
    );
  group
    .command("send")
    .description("Mengirim draf ke BPJS; tidak dapat ditarik")
    .addArgument(packetArgument())
    .requiredOption("--count <jumlah>", "jumlah orang dalam paket", countOption)
    .action(async (code: string, { count }: { count: number }, command: Command) =>
      reply(await writeAs(command, (app, actor) => send(app, actor, { code, count }))),
    );
  group
    .command("withdraw")
    .description("Membatalkan draf; pekerjanya siap lagi")
    .addArgument(packetArgument())
    .action(async (code: string, _options: unknown, command: Command) =>
      reply(await writeAs(command, (app, actor) => withdraw(app, actor, code))),
    );
}

async function compose(app: App, actor: Actor, month: Month): Promise<Answer> {
  const answer = await composePacket(app, actor, { operationId: app.newId(), month });
  if (answer.outcome === "refused") {
    const { reasons, leftOut } = answer;
    const message = `Paket tidak dapat disusun: ${reasons.join(", ")}.`;
    throw new AppError("invalid-input", { message, reasons, leftOut });
  }
  const { packets, leftOut } = answer;
  const left = leftOut.map(({ personCode = "–", reasons }) => [personCode, reasons.join(", ")]);
  return {
    // The largest draft stands for itself as well, as most cities have one group.
    document: { ...answer, ...packets[0] },
    text: () =>
      paragraphs(
        ...packets.map(
          ({ code, lines, totalRupiah }) =>
            `Draf ${code}: ${lines} orang, ${rupiahText(totalRupiah)}, mulai ${monthText(month)}. Belum dikirim.`,
        ),
        left.length === 0 ? "" : tableText([["Tertinggal", "Alasan"], ...left]),
      ),
    exitCode: left.length > 0 ? 3 : 0,
  };
}

async function list(app: App, actor: Actor): Promise<Answer> {
  const packets = await listPages((page) => listPackets(app, actor, { page }));
  return {
    document: { packets },
    text: () =>
      tableText([
        ["Paket", "Keadaan", "Orang", "Diterima", "Ditolak", "Iuran"],
        ...packets.map((packet) => [
          packet.code,
          packet.state,
          String(packet.lines),
          String(packet.accepted),
          String(packet.rejected),
          rupiahText(packet.totalRupiah),
        ]),
      ]),
  };
}

async function show(app: App, actor: Actor, code: string): Promise<Answer> {
  const packetCode = code.toUpperCase();
  const packet = await getPacketSummary(app, actor, { packetCode });
  const rows = await listPages((page) => getPacket(app, actor, { packetCode, page }));
  return {
    document: { ...packet, rows },
    text: () =>
      paragraphs(
        `Paket ${packet.code} · ${packet.state} · ${packet.lines} orang · ${rupiahText(packet.totalRupiah)}`,
        tableText([
          ["No", "Pekerja", "Wadah", "Dana", "Iuran", "Jawaban", "Alasan"],
          ...rows.map((row) => [
            String(row.lineNo),
            row.person.code ?? "–",
            row.wadah,
            row.fundSource,
            rupiahText(row.amountRupiah),
            row.isCurrent ? row.state : "keluarkan",
            row.reason ?? "",
          ]),
        ]),
      ),
  };
}

/** A command is typed by somebody who saw no version: it means the packet as it stands now. */
async function latest(app: App, actor: Actor, asked: string) {
  const { id, version, code } = await getPacketSummary(app, actor, { packetCode: asked.toUpperCase() });
  return { packetId: id, version, code };
}

async function remove(
  app: App,
  actor: Actor,
  asked: { readonly code: string; readonly personCodes: readonly string[] },
): Promise<Answer> {
  const { packetId, version, code } = await latest(app, actor, asked.code);
  const personCodes = asked.personCodes.map((each) => each.toUpperCase());
  const operationId = app.newId();
  const answer = await removeFromPacket(app, actor, { operationId, packetId, version, personCodes });
  if (answer.outcome === "refused")
    throw new AppError("conflict", { message: "Paket akan kosong; batalkan paketnya.", ...answer });
  return { document: { code, ...answer }, text: () => `${code} berisi ${answer.lines} orang.` };
}

async function send(
  app: App,
  actor: Actor,
  asked: { readonly code: string; readonly count: number },
): Promise<Answer> {
  const { packetId, version } = await latest(app, actor, asked.code);
  const operationId = app.newId();
  const confirmCount = asked.count;
  const answer = await sendPacket(app, actor, { operationId, packetId, version, confirmCount });
  if (answer.outcome === "refused") {
    const reasons = answer.reasons.map(({ reason }) => reason).join(", ");
    throw new AppError("conflict", {
      message: `Paket tidak dikirim: ${reasons}.`,
      reasons: answer.reasons,
    });
  }
  return {
    document: answer,
    text: () => `${answer.code} dikirim: ${answer.lines} orang, ${rupiahText(answer.totalRupiah)}.`,
  };
}

async function withdraw(app: App, actor: Actor, asked: string): Promise<Answer> {
  const { packetId, version, code } = await latest(app, actor, asked);
  const answer = await withdrawPacket(app, actor, { operationId: app.newId(), packetId, version });
  return {
    document: { code, ...answer },
    text: () => `${code} dibatalkan; ${answer.freed} orang siap lagi.`,
  };
}
