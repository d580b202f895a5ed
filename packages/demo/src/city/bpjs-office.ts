import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Month } from "@tuwai/domain/time";
import { type App, AppError } from "@tuwai/server/app";
import { advanceImport, applyImport, approveImport, getImport, receiveImport } from "@tuwai/server/imports";
import { getPacket, listPackets, type ShownLine } from "@tuwai/server/packets";
import { type CityBook, keepBook } from "./city-book.ts";
import { actorAs, allPages, bpjsFolder, codeOf, fate, nameOf } from "./play-tools.ts";

type Office = { readonly app: App; readonly folder: string; readonly book: CityBook };

/** A worker's month that BPJS has received. */
export type Received = {
  readonly personCode: string;
  readonly month: Month;
  readonly rupiah: number;
  readonly billCode: string;
};

export type Bpjs = ReturnType<typeof openBpjs>;

const refusedShare = 0.04;

/** The branch of BPJS in the demo city: it answers packets with member numbers of its own book, and lists what it received. */
export function openBpjs(office: Office) {
  return {
    numberOf: (personCode: string): string | undefined => office.book.numbers[personCode],
    answerPackets: (fileName: string, except = 0) => answerPackets(office, fileName, except),
    giveReceipts: (fileName: string, received: readonly Received[]) =>
      giveReceipts(office, fileName, received),
  };
}

/** Answers every packet that waits, the smallest `except` of them left for another day. Gives how many workers were taken in. */
async function answerPackets(office: Office, name: string, except: number): Promise<number> {
  const { app } = office;
  const branch = await actorAs(office, "bpj");
  const packets = await allPages((page) => listPackets(app, branch, { page }));
  const waiting = packets
    .filter((packet) => packet.waiting > 0)
    .toSorted((a, b) => a.waiting - b.waiting)
    .slice(packets.length > 1 ? except : 0);
  const lines: ShownLine[] = [];
  for (const { id: packetId } of waiting)
    lines.push(...(await allPages((page) => getPacket(app, branch, { packetId, page, state: "waiting" }))));
  if (lines.length === 0) return 0;
  const rows = lines.map((line) => answerTo(office, line));
  keepBook(office.folder, office.book);
  const header = "Kode Pekerja;Hasil;No KPJ;Alasan;Tanggal Efektif";
  await deliver(office, { name, kind: "enrolment-result", rows: [header, ...rows] });
  return rows.filter((row) => row.includes(";DITERIMA;")).length;
}

/** A number that does not match the population register is sent back once; corrected, it is taken. */
function answerTo({ app, book }: Office, { person }: ShownLine): string {
  const code = codeOf(person);
  const times = book.refused[code] ?? 0;
  const isRefused =
    book.numbers[code] === undefined &&
    times === 0 &&
    fate({ book }, "nik-belum-padan", nameOf(person)) < refusedShare;
  if (isRefused) book.refused[code] = times + 1;
  else book.numbers[code] ??= nextNumber(book);
  const said = isRefused ? ["DITOLAK", "", "NIK belum padan"] : ["DITERIMA", book.numbers[code], ""];
  return [code, ...said, app.clock.today()].join(";");
}

function nextNumber(book: CityBook): string {
  return `25${String(Object.keys(book.numbers).length + 1).padStart(9, "0")}`;
}

async function giveReceipts(office: Office, name: string, received: readonly Received[]): Promise<void> {
  if (received.length === 0) return;
  const today = office.app.clock.today();
  const rows = received.map(({ personCode, month, rupiah, billCode }) =>
    [office.book.numbers[personCode], month, rupiah, today, billCode].join(";"),
  );
  const header = "No KPJ;Bulan Iuran;Jumlah;Tanggal Bayar;Kode Iuran";
  await deliver(office, { name, kind: "bpjs-receipts", rows: [header, ...rows] });
}

type Delivery = {
  readonly name: string;
  readonly kind: "enrolment-result" | "bpjs-receipts";
  readonly rows: readonly string[];
};

async function deliver(office: Office, { name, kind, rows }: Delivery): Promise<void> {
  const { app } = office;
  const branch = await actorAs(office, "bpj");
  mkdirSync(bpjsFolder(office.folder), { recursive: true });
  const path = join(bpjsFolder(office.folder), name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  const operationId = app.newId();
  const { batch } = await receiveImport(app, branch, { operationId, kind, fileName: name, path });
  await advanceImport(app, batch.id);
  const checked = await getImport(app, branch, { batchId: batch.id });
  if (checked.state !== "checked")
    throw new AppError("conflict", { message: `The demo file ${name} is in state ${checked.state}.` });
  const { state } = await applyImport(app, branch, { operationId: app.newId(), batchId: batch.id });
  if (state === "awaiting-approval") {
    const second = await actorAs(office, kind === "bpjs-receipts" ? "fin" : "mgr");
    await approveImport(app, second, { operationId: app.newId(), batchId: batch.id });
  }
  await advanceImport(app, batch.id);
}
