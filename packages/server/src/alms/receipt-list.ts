import { parse } from "csv-parse/sync";
import { AppError } from "#app";
import { change, type Operation, read, type Step } from "#use-case";
import { findEntry } from "./alms-entry.store.ts";
import type { Campaign } from "./campaign.store.ts";
import { listCampaigns } from "./campaign.store.ts";
import { lockAlms } from "./post-alms.ts";
import {
  type ReadReceipt,
  readReceipt,
  type ReceiptReason,
  receiptKey,
  type TypedReceipt,
  writeReceipt,
} from "./record-receipt.ts";

/** The columns of a list of gifts, as its first line names them. */
export const receiptColumns = ["tanggal", "jumlah", "cara", "rujukan", "kode", "nama"] as const;

const most = 5_000;

export type ListLine = {
  readonly line: number;
  readonly rupiah: number | null;
  readonly reasons: readonly ReceiptReason[];
};

export type ReceiptList = {
  readonly campaignCode: string;
  readonly read: number;
  readonly accepted: number;
  readonly rupiah: number;
  /** Lines that would not be entered, with why. */
  readonly refused: readonly ListLine[];
};

type Input = { readonly campaignCode: string; readonly text: string };

/** What a list of gifts would do, line by line; nothing is written. Throws `not-found`, and `invalid-input` for a file of another shape. */
export const previewAlmsReceipts = read(
  { purpose: "alms-receipt-list", permission: "donation.receive" },
  async (step, input: Input): Promise<ReceiptList> => summary(input, await readLines(step, input)),
);

/** Enters the lines that nothing speaks against, all at once, each once however often the list is sent. Throws as the preview does. */
export const applyAlmsReceipts = change(
  { name: "alms.receive-list", permission: "donation.receive" },
  async (
    step,
    { operationId: _operation, ...input }: Operation & Input,
  ): Promise<ReceiptList & { readonly receipts: readonly string[] }> => {
    await lockAlms(step);
    const lines = await readLines(step, input);
    const campaign = await campaignOf(step, input.campaignCode);
    const receipts: string[] = [];
    for (const { gift } of lines) {
      if (gift === null) continue;
      const done = await writeReceipt(step, campaign, gift);
      if (done.outcome === "recorded") receipts.push(done.receiptNumber);
    }
    const told = summary(input, lines);
    if (receipts.length === 0) return step.unchanged({ ...told, receipts });
    await step.audit({
      objectType: "alms-campaign",
      objectId: campaign.id,
      details: { code: campaign.code, count: receipts.length, rupiah: told.rupiah },
    });
    return { ...told, receipts };
  },
);

type Line = ListLine & { readonly gift: (ReadReceipt & { readonly reference: string }) | null };

async function readLines(step: Step, { campaignCode, text }: Input): Promise<readonly Line[]> {
  const campaign = await campaignOf(step, campaignCode);
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (const [at, typed] of recordsIn(text).entries()) {
    const line = at + 2;
    const found = await readReceipt(step, campaign, typed);
    if ("reasons" in found) {
      lines.push({ line, rupiah: null, reasons: found.reasons, gift: null });
      continue;
    }
    const reference = typed.reference === "" ? `baris ${line}` : typed.reference;
    const gift = { ...found, reference };
    const key = receiptKey(campaign, gift);
    const isKnown = seen.has(key) || (await findEntry(step.tx, { naturalKey: key })) !== undefined;
    seen.add(key);
    const reasons = isKnown ? (["entered-before"] as const) : [];
    lines.push({ line, rupiah: found.amount, reasons, gift: isKnown ? null : gift });
  }
  return lines;
}

async function campaignOf(step: Step, code: string): Promise<Campaign> {
  const campaign = (await listCampaigns(step.tx)).find((each) => each.code === code);
  if (campaign === undefined) throw new AppError("not-found");
  return campaign;
}

const summary = ({ campaignCode }: Input, lines: readonly Line[]): ReceiptList => {
  const accepted = lines.filter(({ gift }) => gift !== null);
  return {
    campaignCode,
    read: lines.length,
    accepted: accepted.length,
    rupiah: accepted.reduce((sum, { rupiah }) => sum + (rupiah ?? 0), 0),
    refused: lines
      .filter(({ gift }) => gift === null)
      .map(({ line, rupiah, reasons }) => ({ line, rupiah, reasons })),
  };
};

type Row = Readonly<Partial<Record<(typeof receiptColumns)[number], string>>>;

function recordsIn(text: string): readonly TypedReceipt[] {
  const bare = text.replace(/^\uFEFF/, "");
  const delimiter = bare.split("\n", 1)[0]!.includes(";") ? ";" : ",";
  const rows = readRows(bare, delimiter);
  const isList = rows.every((row) => "tanggal" in row && "jumlah" in row);
  if (rows.length === 0 || rows.length > most || !isList)
    throw new AppError("invalid-input", { field: "list", columns: receiptColumns, most });
  return rows.map((row) => ({
    receivedOn: row.tanggal ?? "",
    amount: row.jumlah ?? "",
    channel: row.cara ?? "transfer",
    reference: (row.rujukan ?? "").trim(),
    pledgeCode: row.kode ?? "",
    donorName: row.nama ?? "",
  }));
}

const columns = (header: readonly string[]) => header.map((name) => name.trim().toLowerCase());

function readRows(text: string, delimiter: string): readonly Row[] {
  try {
    return parse<Row>(text, {
      delimiter,
      columns,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    throw new AppError("invalid-input", { field: "list", columns: receiptColumns, most }, error);
  }
}
