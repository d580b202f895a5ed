import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError, readNote } from "#app";
import { recordAccess, recordChange } from "#audit";
import { readPricing } from "#contributions";
import { inTransaction } from "#database";
import { type ExportSheet, writeWorkbook } from "#files";
import { type PacketColumn, type PacketField, packetFields } from "./packet-columns.ts";
import { listPacketFileLines, type PacketFileLine } from "./packet-file.store.ts";
import { findMapping } from "./packet-mapping.store.ts";
import { findPacket, type Packet } from "./packet.store.ts";

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
export async function downloadPacket(
  app: App,
  actor: Actor,
  input: { readonly packetId: string; readonly purpose: string },
): Promise<PacketFile> {
  const area = areaOf(actor, authorise(actor, "enrolment.packet_download"));
  const purpose = readNote(input.purpose);
  if (purpose === null || purpose.length > 200) throw new AppError("invalid-input", { field: "purpose" });
  return inTransaction(app, actor, async (tx) => {
    const packet = await findPacket(tx, area, input.packetId);
    if (packet === undefined) throw new AppError("not-found", { object: "packet" });
    if (packet.state !== "sent" && packet.state !== "answered")
      throw new AppError("conflict", { reason: "packet-not-sent", state: packet.state });
    const mapping = await findMapping(
      tx,
      { regionCode: actor.regionCode, branch: packet.branch },
      packet.mappingNumber,
    );
    if (mapping === undefined) throw new AppError("not-found", { object: "packet-mapping" });
    const lines = await listPacketFileLines(tx, packet.id);
    const watermark = app.newId();
    await recordAccess(app, tx, actor, {
      personIds: lines.map(({ personId }) => personId),
      purpose: `packet-download: ${purpose}`,
      fields: mapping.columns.map(({ field }) => field).filter((field) => packetFields[field].isHeld),
    });
    await recordChange(app, tx, actor, {
      action: "packet.download",
      objectType: "packet",
      objectId: packet.id,
      details: { code: packet.code, lines: lines.length, watermark, purpose },
    });
    const income = (await readPricing(tx, actor.regionCode)).enrolment["enrolment-wage-base-rupiah"].value;
    const sheets = [
      sheetOf(mapping.columns, lines, (line) => valuesOf(app, line, packet, income)),
      stampSheet(packet, { lines: lines.length, watermark, writtenOn: app.clock.today() }),
    ];
    const title = `${packet.code} ${watermark}`;
    const bytes = await writeWorkbook(sheets, { title, writtenAt: app.clock.now().getTime() });
    return { fileName: `${packet.code}-${watermark.slice(-6)}.xlsx`, bytes, watermark };
  });
}

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

function valuesOf(app: App, line: PacketFileLine, packet: Packet, income: number): Values {
  const open = (column: "nik" | "phone", sealed: Buffer | null) =>
    sealed && app.keys.open(sealed, { table: "persons", column, rowId: line.personId });
  return {
    lineNo: line.lineNo,
    personCode: line.personCode,
    nik: open("nik", line.nikSealed),
    fullName: line.fullName,
    birthDate: line.birthDate,
    sex: line.sex === null ? null : line.sex === "male" ? "L" : "P",
    address: line.address,
    villageName: line.villageName,
    kecamatanName: line.kecamatanName,
    phone: open("phone", line.phoneSealed),
    occupation: line.occupation,
    income,
    programmes: line.price.parts.map(({ programme }) => programme.toUpperCase()).join("+"),
    firstMonth: packet.month,
    monthCount: 1,
    amount: line.amountRupiah,
    wadah: line.wadah,
    fundSource: line.fundSource.toUpperCase(),
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
