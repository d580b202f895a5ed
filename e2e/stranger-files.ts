import { fileWith } from "./import-desk.ts";

/** Numbers that nobody bears: no kecamatan registers ten thousand births a day. Made here, as a real city takes real numbers only. */
const numberOf = (day: string, serial: number): string => `137501${day}${9900 + serial}`;

type Resident = {
  readonly nik: string;
  readonly name: string;
  readonly born: string;
  readonly work: string;
};

/** By the day as the number says it (DDMMYY, a woman's with 40 added), all of the last century. */
function resident(serial: number, name: string, day: string, work: string): Resident {
  const dayOfMonth = String(Number(day.slice(0, 2)) % 40).padStart(2, "0");
  const born = `${dayOfMonth}-${day.slice(2, 4)}-19${day.slice(4)}`;
  return { nik: numberOf(day, serial), name, born, work };
}

const doni = resident(3, "Doni Piliang", "170790", "tukang ojek");
const asril = resident(4, "Asril Tanjung", "210472", "tukang kayu");
/** Is paid by an office, which only that office's list says. */
const nelson = resident(6, "Nelson Jambak", "080985", "petani");
/** Is insured by an employer, which only BPJS's list says. */
const mira = resident(5, "Mira Sikumbang", "590188", "penjahit");
const residents = [
  resident(1, "Rosman Chaniago", "030580", "buruh tani"),
  resident(2, "Yusni Koto", "520675", "pedagang keliling"),
  doni,
  asril,
  mira,
  nelson,
];
const elsewhere = resident(7, "Erwin Guci", "110279", "guru");

/** The numbers in the village's list that lost their last digit, in the order of its rows, and what they are. */
export const mistyped = [doni, asril].map(({ nik }) => ({ nik: nik.slice(0, 15), right: nik }));

/** Who is on the village's list and, once the other offices' lists are in, on no payer's. */
export const counts = { listed: residents.length, ready: residents.length - 2 };

const sexOf = ({ nik }: Resident): string => (Number(nik.slice(6, 8)) > 40 ? "P" : "L");

function csv(name: string, headers: string, rows: readonly (readonly string[])[]): string {
  return fileWith(name, [headers, ...rows.map((row) => row.join(";"))].join("\n"));
}

export function villageList(): string {
  const rows = residents.map((person) => {
    const { nik, name, born, work } = person;
    return [
      mistyped.find(({ right }) => right === nik)?.nik ?? nik,
      name,
      sexOf(person),
      born,
      "Jalan Veteran",
      work,
    ];
  });
  return csv("daftar.csv", "NIK;Nama;Jenis Kelamin;Tanggal Lahir;Alamat;Pekerjaan", rows);
}

export function civilServants(): string {
  const rows = [nelson, elsewhere].map((person, at) => {
    const { nik, name, born } = person;
    const nip = `${born.split("-").toReversed().join("")}20100${at + 1}1001`;
    return [nip, name, nik, born, sexOf(person), "Guru Ahli Pertama", "Dinas Pendidikan", "PNS"];
  });
  return csv("pegawai.csv", "NIP;Nama;NIK;Tgl Lahir;JK;Jabatan;Perangkat Daerah;Status", rows);
}

export function bpjsMembers(): string {
  const { nik, name, born } = mira;
  const row = ["27000000001", nik, name, born, "P", "PU", "AKTIF", "01-02-2020", "2026-10"];
  return csv("peserta.csv", "KPJ;NIK;Nama;Tgl Lahir;JK;Segmen;Status;Tgl Kepesertaan;Bulan Iuran Terakhir", [row]);
} // oxfmt-ignore

export function dtsen(): string {
  const rows = residents.map((person, at) => {
    const card = `13750110102099${String(10 + at)}`;
    return [card, person.nik, person.name, person.born, sexOf(person), String((at % 4) + 1)];
  });
  return csv("dtsen.csv", "No KK;NIK;Nama;Tanggal Lahir;Jenis Kelamin;Desil", rows);
}
