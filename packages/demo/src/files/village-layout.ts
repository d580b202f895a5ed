import type { Random } from "@tuwai/linkage/generator";
import type { Field } from "./village-row.ts";

/** One column of a village's sheet: what it holds and the words above it. */
export type Column = { readonly field: Field; readonly header: string; readonly group?: string };

export type Layout = {
  readonly columns: readonly Column[];
  readonly hasLetterhead: boolean;
  readonly hasNumberedHeader: boolean;
  readonly hasTwoHeaderRows: boolean;
};

const HEADERS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  no: ["No", "NO", "No.", "NO URUT"],
  nik: ["NIK", "N I K", "No. KTP", "NO KTP/NIK", "Nomor Induk Kependudukan", "NIK (sesuai KTP)"],
  familyCard: ["No KK", "NO. KK", "Nomor Kartu Keluarga", "KK", "NKK"],
  name: ["Nama", "NAMA LENGKAP", "Nama Pekerja", "NAMA", "Nama Lengkap (sesuai KTP)"],
  birthPlace: ["Tempat Lahir", "TMPT LAHIR", "Tempat"],
  birthDate: ["Tanggal Lahir", "TGL LAHIR", "Tgl. Lahir", "Tanggal"],
  birthPlaceAndDate: ["Tempat/Tgl Lahir", "TTL", "TEMPAT, TANGGAL LAHIR", "Tempat / Tanggal Lahir"],
  age: ["Umur", "USIA", "Umur (th)"],
  sex: ["JK", "L/P", "Jenis Kelamin", "JNS KELAMIN", "Kelamin"],
  hamlet: ["Dusun", "DUSUN", "Korong"],
  address: ["Alamat", "ALAMAT", "Alamat Lengkap", "Alamat Domisili"],
  rt: ["RT"],
  rw: ["RW"],
  village: ["Desa/Kelurahan", "DESA", "Desa / Kel", "Nama Desa"],
  work: ["Pekerjaan", "PEKERJAAN", "Jenis Pekerjaan", "Mata Pencaharian", "Pekerjaan Sekarang"],
  phone: ["No HP", "NO. HP/WA", "No. Telp", "HP"],
  mother: ["Nama Ibu Kandung", "IBU KANDUNG", "Nama Ibu"],
  note: ["Keterangan", "KET", "Ket."],
};

/** How one village arranges its sheet: which columns, in which order, under which words. */
export function drawLayout(random: Random, isDesa: boolean): Layout {
  const hasTwoHeaderRows = random.chance(0.22);
  const birth: Column[] =
    hasTwoHeaderRows || random.chance(0.6)
      ? pair(random, "birthPlace", "birthDate")
      : [column(random, "birthPlaceAndDate")];
  const sex: Column[] =
    hasTwoHeaderRows && random.chance(0.6)
      ? [
          { field: "isMale", header: "L", group: "JENIS KELAMIN" },
          { field: "isFemale", header: "P", group: "JENIS KELAMIN" },
        ]
      : [column(random, "sex")];
  const place: Column[] = [
    ...(isDesa && random.chance(0.5) ? [column(random, "hamlet")] : []),
    column(random, "address"),
    ...(random.chance(0.35) ? [column(random, "rt"), column(random, "rw")] : []),
    ...(random.chance(0.5) ? [column(random, "village")] : []),
  ];
  const identity = random.chance(0.5)
    ? [column(random, "nik"), column(random, "familyCard")]
    : [column(random, "familyCard"), column(random, "nik")];
  const blocks = random.draw({ nameFirst: 50, numbersFirst: 35, workFirst: 15 });
  const name = [column(random, "name")];
  const work = [column(random, "work")];
  const middle = hasTwoHeaderRows
    ? birth.map((part) => ({ ...part, group: "TEMPAT DAN TANGGAL LAHIR" }))
    : birth;
  const ordered =
    blocks === "nameFirst"
      ? [...name, ...identity, ...middle, ...sex, ...place, ...work]
      : blocks === "numbersFirst"
        ? [...identity, ...name, ...sex, ...middle, ...work, ...place]
        : [...name, ...work, ...sex, ...identity, ...middle, ...place];
  return {
    columns: [...(random.chance(0.92) ? [column(random, "no")] : []), ...ordered, ...drawExtras(random)],
    hasLetterhead: random.chance(0.7),
    hasNumberedHeader: random.chance(0.25),
    hasTwoHeaderRows,
  };
}

function drawExtras(random: Random): Column[] {
  const extras: Column[] = [];
  if (random.chance(0.12)) extras.push(column(random, "age"));
  if (random.chance(0.65)) extras.push(column(random, "phone"));
  if (random.chance(0.35)) extras.push(column(random, "mother"));
  if (random.chance(0.55)) extras.push(column(random, "note"));
  return extras;
}

function pair(random: Random, first: Field, second: Field): Column[] {
  return [column(random, first), column(random, second)];
}

function column(random: Random, field: Field): Column {
  return { field, header: random.pick(HEADERS[field] ?? [field]) };
}
