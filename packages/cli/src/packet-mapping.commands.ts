import { type Actor, type App, AppError } from "@tuwai/server/app";
import { getPacketMapping, type PacketColumn, setPacketMapping } from "@tuwai/server/packet-mapping";
import { Argument, type Command } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import { CommandError } from "./command-error.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { paragraphs, tableText } from "./indonesian.ts";
import { readJsonFile } from "./read-json-file.ts";

/** `tuwai packet mapping show|set FILE`: the columns of the branch's template. */
export const addMappingCommands: AddCommands = (packet, reply) => {
  const group = packet.command("mapping").description("Kolom berkas yang diminta cabang BPJS");
  group
    .command("show")
    .description("Susunan kolom yang berlaku")
    .action(async (_options: unknown, command: Command) => reply(await readAs(command, show)));
  group
    .command("set")
    .description('Susunan baru dari JSON: {"columns":[{"field":"nik","header":"NIK"}, …]}')
    .addArgument(new Argument("<berkas>", "berkas JSON, atau - untuk stdin"))
    .action(async (path: string, _options: unknown, command: Command) => {
      const columns = readColumns(await readJsonFile(path));
      reply(await writeAs(command, (app, actor) => set(app, actor, columns)));
    });
};

async function show(app: App, actor: Actor): Promise<Answer> {
  const mapping = await getPacketMapping(app, actor);
  return {
    document: { ...mapping, confirmed: false },
    text: () =>
      paragraphs(
        `Cabang ${mapping.branch}, susunan ${mapping.number}, belum dikonfirmasi cabang`,
        tableText([["Isian", "Judul kolom"], ...mapping.columns.map(({ field, header }) => [field, header])]),
      ),
  };
}

async function set(app: App, actor: Actor, columns: readonly PacketColumn[]): Promise<Answer> {
  const { branch, number: fromNumber } = await getPacketMapping(app, actor);
  const operationId = app.newId();
  const answer = await setPacketMapping(app, actor, { operationId, branch, fromNumber, columns });
  if (answer.outcome === "refused") {
    const reasons = answer.reasons.map(({ reason, names }) => `${reason} (${names.join(", ")})`).join("; ");
    throw new AppError("invalid-input", {
      message: `Susunan kolom tidak disimpan: ${reasons}.`,
      reasons: answer.reasons,
    });
  }
  return { document: { branch, ...answer }, text: () => `Susunan kolom ${answer.number} tersimpan.` };
}

/** Which fields exist is decided where the mapping is saved; here only the shape is read. */
function readColumns(content: unknown): readonly PacketColumn[] {
  const columns = (content as { columns?: unknown } | null)?.columns;
  if (!Array.isArray(columns) || !columns.every(isColumn)) {
    const message = 'Berkas berisi {"columns":[{"field":"…","header":"…"}]}.';
    throw new CommandError("invalid-input", message);
  }
  return columns;
}

function isColumn(value: unknown): value is PacketColumn {
  const column = value as { field?: unknown; header?: unknown } | null;
  return typeof column?.field === "string" && typeof column.header === "string";
}
