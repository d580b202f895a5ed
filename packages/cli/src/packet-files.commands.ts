import type { Actor, App } from "@tuwai/server/app";
import { downloadPacket, getPacket } from "@tuwai/server/packets";
import type { Command } from "commander";
import { readAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { listPages } from "./list-pages.ts";
import { packetArgument } from "./options.ts";
import { writeNew } from "./write-new.ts";

type FileOptions = { readonly purpose: string; readonly out: string };

/** `tuwai packet download|result-template`: what a packet is as a file. */
export const addPacketFileCommands: AddCommands = (group, reply) => {
  group
    .command("download")
    .description("Berkas untuk BPJS, dengan NIK; setiap unduhan dicatat")
    .addArgument(packetArgument())
    .requiredOption("--purpose <teks>", "untuk apa berkas diunduh")
    .requiredOption("--out <berkas>", "berkas .xlsx yang dibuat; yang sudah ada tidak ditimpa")
    .action(async (code: string, options: FileOptions, command: Command) =>
      reply(await readAs(command, (app, actor) => download(app, actor, { code, ...options }))),
    );
  group
    .command("result-template")
    .description("Berkas CSV kosong untuk hasil BPJS: kode pekerja, tanpa NIK")
    .addArgument(packetArgument())
    .requiredOption("--out <berkas>", "berkas .csv yang dibuat; yang sudah ada tidak ditimpa")
    .action(async (code: string, { out }: { out: string }, command: Command) =>
      reply(await readAs(command, (app, actor) => writeResultTemplate(app, actor, { code, out }))),
    );
};

async function download(
  app: App,
  actor: Actor,
  asked: FileOptions & { readonly code: string },
): Promise<Answer> {
  const { code, out, purpose } = asked;
  const packetCode = code.toUpperCase();
  const { bytes, watermark } = await downloadPacket(app, actor, { packetCode, purpose });
  await writeNew(out, bytes);
  const document = { file: out, bytes: bytes.length, watermark };
  return { document, text: () => `${out} berisi NIK. Tanda unduhan: ${watermark}.` };
}

/** One line per worker whose answer is open, for the branch to fill in and send back through `tuwai import`. */
async function writeResultTemplate(
  app: App,
  actor: Actor,
  asked: { readonly code: string; readonly out: string },
): Promise<Answer> {
  const packetCode = asked.code.toUpperCase();
  const waiting = await listPages((page) => getPacket(app, actor, { packetCode, state: "waiting", page }));
  const codes = waiting.flatMap(({ person }) => person.code ?? []);
  const head = ["Kode Pekerja", "Hasil", "Alasan", "No KPJ", "Tanggal Hasil"].join(";");
  await writeNew(asked.out, [head, ...codes.map((each) => `${each};;;;`), ""].join("\r\n"));
  return {
    document: { packet: packetCode, file: asked.out, lines: codes.length },
    text: () => `${asked.out}: ${codes.length} baris menunggu hasil.`,
  };
}
