import { type App, AppError, readNote } from "#app";
import { incomeOf, type Pricing, readPricing } from "#contributions";
import { type ExportSheet, writeWorkbook } from "#exports";
import { findNumbers } from "#groups";
import { findMapping, type PacketColumn, type PacketField, packetFields } from "#packet-mapping";
import { read } from "#use-case";
import { listPacketFileLines, type PacketFileLine } from "./packet-file-line.view.ts";
import type { Packet, PacketName } from "./packet.store.ts";
import { requirePacket } from "./require-packet.ts";

export type PacketFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Stands in the file and in the audit trail, so that a leaked copy names its download. */
  readonly watermark: string;
};

/**
 * The enrolment file for BPJS of a packet that was sent. Everybody's access is written before the first NIK is opened.
 * Throws `conflict` for a draft, `invalid-input` without a purpose.
 */
export const downloadPacket = read(
  { purpose: "packet-download", permission: "enrolment.packet_download" },
  async (step, input: PacketName & { readonly purpose: string }): Promise<PacketFile> => {
    const purpose = readNote(input.purpose);
    if (purpose === null || purpose.length > 200) throw new AppError("invalid-input", { field: "purpose" });
    const packet = await requirePacket(step, input);
    if (packet.state !== "sent" && packet.state !== "answered")
      throw new AppError("conflict", { reason: "packet-not-sent", state: packet.state });
    const { app, tx, actor } = step;
    const place = { regionCode: actor.regionCode, branch: packet.branch };
    const mapping = await findMapping(tx, place, packet.mappingNumber);
    if (mapping === undefined) throw new AppError("not-found", { object: "packet-mapping" });
    const lines = await listPacketFileLines(tx, packet.id);
    const watermark = step.newId();
    await step.seen({
      personIds: lines.map(({ personId }) => personId),
      purpose: `packet-download: ${purpose}`,
      fields: mapping.columns.map(({ field }) => field).filter((field) => packetFields[field].isHeld),
    });
    await step.audit({
      action: "packet.download",
      objectType: "packet",
      objectId: packet.id,
      details: { code: packet.code, lines: lines.length, watermark, purpose },
    });
    const pricing = await readPricing(tx, actor.regionCode);
    const { groupKey } = packet;
    const number =
      groupKey === null
        ? null
        : ((await findNumbers(tx, actor.regionCode, [groupKey])).get(groupKey) ?? null);
    const sheets = [
      sheetOf(mapping.columns, lines, (line) => valuesOf(app, line, { packet, pricing, number })),
      stampSheet(packet, { lines: lines.length, watermark, writtenOn: step.today }),
    ];
    const title = `${packet.code} ${watermark}`;
    const bytes = await writeWorkbook(sheets, { title, writtenAt: step.now.getTime() });
    return { fileName: `${packet.code}-${watermark.slice(-6)}.xlsx`, bytes, watermark };
  },
);

type Values = Readonly<Partial<Record<PacketField, string | number | null>>>;

function sheetOf(
  columns: readonly PacketColumn[],
  lines: readonly PacketFileLine[],
  valuesOf: (line: PacketFileLine) => Values,
): ExportSheet {
  const rows = lines.map((line) => {
    const values = valuesOf(line);
    return columns.map(({ field }) => values[field] ?? null);
  });
  return {
    name: "Peserta",
    columns: columns.map(({ field, header }) => ({ header, kind: packetFields[field].kind })),
    rows,
  };
}

type OfPacket = { readonly packet: Packet; readonly pricing: Pricing; readonly number: string | null };

function valuesOf(app: App, line: PacketFileLine, { packet, pricing, number }: OfPacket): Values {
  const open = (column: "nik" | "phone" | "birth_place" | "mother_name", sealed: Buffer | null) =>
    sealed && app.keys.open(sealed, { table: "persons", column, rowId: line.personId });
  return {
    lineNo: line.lineNo,
    personCode: line.personCode,
    nik: open("nik", line.nikSealed),
    fullName: line.fullName,
    birthPlace: open("birth_place", line.birthPlaceSealed),
    birthDate: line.birthDate,
    motherName: open("mother_name", line.motherNameSealed),
    sex: line.sex === null ? null : line.sex === "male" ? "L" : "P",
    address: line.address,
    villageName: line.villageName,
    kecamatanName: line.kecamatanName,
    phone: open("phone", line.phoneSealed),
    occupation: line.occupation,
    income: incomeOf(pricing, { ...line, sector: "other" }, packet.month),
    programmes: line.price.parts.map(({ programme }) => programme.toUpperCase()).join("+"),
    firstMonth: packet.month,
    monthCount: 1,
    amount: line.amountRupiah,
    wadah: line.wadah,
    fundSource: line.fundSource.toUpperCase(),
    groupNumber: number,
  };
}

type Stamp = { readonly lines: number; readonly watermark: string; readonly writtenOn: string };

/** A sheet of its own, so that the list itself keeps the shape of the branch's template. */
function stampSheet(packet: Packet, stamp: Stamp): ExportSheet {
  return {
    name: "Paket",
    columns: [
      { header: "Kode Paket", kind: "text" },
      { header: "Bulan", kind: "text" },
      { header: "Jumlah Pekerja", kind: "number" },
      { header: "Diunduh", kind: "date" },
      { header: "Tanda Unduhan", kind: "text" },
    ],
    rows: [[packet.code, packet.month, stamp.lines, stamp.writtenOn, stamp.watermark]],
  };
}
