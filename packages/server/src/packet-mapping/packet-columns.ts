import type { ExportColumn } from "#exports";

/** One column of the branch's template: which of our fields stands under which header. */
export type PacketColumn = { readonly field: PacketField; readonly header: string };

type FieldRule = {
  readonly kind: ExportColumn["kind"];
  /** What the default template calls it. */
  readonly header: string;
  /** The register does not hold it (data minimisation), or it is the branch's to answer: the column is there, empty. */
  readonly isHeld: boolean;
  /** No packet can do without it. */
  readonly isRequired?: true;
};

/**
 * Every field BPJS forms ask for (F1a, minimum data of BPU; domain.md 4.1), in the order of the default template. The real
 * bulk template of the branch is not public: an administrator maps it (packet_mappings), nothing here is the branch's word.
 */
export const packetFields = {
  lineNo: { kind: "number", header: "No", isHeld: true },
  personCode: { kind: "text", header: "Kode Pekerja", isHeld: true, isRequired: true },
  nik: { kind: "text", header: "NIK", isHeld: true, isRequired: true },
  fullName: { kind: "text", header: "Nama Lengkap", isHeld: true, isRequired: true },
  birthPlace: { kind: "text", header: "Tempat Lahir", isHeld: true },
  birthDate: { kind: "date", header: "Tanggal Lahir", isHeld: true, isRequired: true },
  sex: { kind: "text", header: "Jenis Kelamin", isHeld: true },
  motherName: { kind: "text", header: "Nama Ibu Kandung", isHeld: true },
  address: { kind: "text", header: "Alamat", isHeld: true },
  villageName: { kind: "text", header: "Desa/Kelurahan", isHeld: true },
  kecamatanName: { kind: "text", header: "Kecamatan", isHeld: true },
  phone: { kind: "text", header: "No HP", isHeld: true },
  email: { kind: "text", header: "Email", isHeld: false },
  taxNumber: { kind: "text", header: "NPWP", isHeld: false },
  bankAccount: { kind: "text", header: "No Rekening", isHeld: false },
  familyMembers: { kind: "text", header: "Anggota Keluarga", isHeld: false },
  occupation: { kind: "text", header: "Jenis Pekerjaan", isHeld: true },
  workplace: { kind: "text", header: "Lokasi Pekerjaan", isHeld: false },
  workHours: { kind: "text", header: "Jam Kerja", isHeld: false },
  income: { kind: "rupiah", header: "Penghasilan", isHeld: true },
  programmes: { kind: "text", header: "Program", isHeld: true },
  firstMonth: { kind: "text", header: "Bulan Mulai", isHeld: true },
  monthCount: { kind: "number", header: "Jumlah Bulan", isHeld: true },
  amount: { kind: "rupiah", header: "Iuran", isHeld: true },
  wadah: { kind: "text", header: "Kode Wadah", isHeld: true, isRequired: true },
  fundSource: { kind: "text", header: "Sumber Dana", isHeld: true, isRequired: true },
  groupNumber: { kind: "text", header: "NPP", isHeld: true },
  result: { kind: "text", header: "Hasil", isHeld: false },
  reason: { kind: "text", header: "Alasan", isHeld: false },
  kpj: { kind: "text", header: "No KPJ", isHeld: false },
  resultOn: { kind: "date", header: "Tanggal Hasil", isHeld: false },
} as const satisfies Record<string, FieldRule>;

export type PacketField = keyof typeof packetFields;

export const requiredFields: readonly PacketField[] = (Object.keys(packetFields) as PacketField[]).filter(
  (field) => "isRequired" in packetFields[field],
);

/** The mapping a branch starts with, until somebody enters its own. */
export const defaultColumns: readonly PacketColumn[] = (Object.keys(packetFields) as PacketField[]).map(
  (field) => ({ field, header: packetFields[field].header }),
);
