import { ageOn, type CivilDate } from "@tuwai/domain/time";
import type { City, CivilServant, DemoRegion, Person } from "#people";
import type { TruthRow } from "./village-workbook.ts";
import { dateText } from "./write-dates.ts";
import { excelSerial, writeDemoWorkbook, type DemoCell } from "./write-demo-workbook.ts";

export const CIVIL_SERVANT_COLUMNS = [
  "NO", "NIP", "NAMA", "NIK", "TEMPAT LAHIR", "TGL LAHIR", "JK", "STATUS", "GOL", "TMT CPNS/PPPK", "JABATAN", "UNIT ORGANISASI",
  "PERANGKAT DAERAH", "BUP", "NO HP",
] as const; // oxfmt-ignore

type Servant = Person & { readonly civilServant: CivilServant };

/** The personnel list of the city as BKPSDM exports it, sorted by office. Returns the bytes and the truth of every row. */
export async function makeCivilServantFile(
  city: City,
  demo: DemoRegion,
  asOf: CivilDate,
): Promise<{ bytes: Uint8Array; rows: TruthRow[] }> {
  const servants = city.persons
    .filter((person): person is Servant => person.civilServant !== null && ageOn(person.birthDate, asOf) < 58)
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const rows: DemoCell[][] = [
    [`PEMERINTAH ${demo.city.name.toUpperCase()}`],
    ["BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM"],
    [`DAFTAR NOMINATIF APARATUR SIPIL NEGARA PER ${dateText(asOf, "long").toUpperCase()}`],
    [],
    [...CIVIL_SERVANT_COLUMNS],
  ];
  const kinds = ["title", "title", "title", "blank", "header"] as const;
  const truth: TruthRow[] = kinds.map((kind, place) => ({
    row: place + 1,
    kind,
    personId: null,
    defects: [],
  }));
  for (const [place, servant] of servants.entries()) {
    rows.push([place + 1, ...servantRow(servant)]);
    truth.push({ row: rows.length, kind: "data", personId: servant.id, defects: [] });
  }
  const width = CIVIL_SERVANT_COLUMNS.length - 1;
  const merges = [0, 1, 2].map((row) => ({ row, from: 0, to: width }));
  return {
    bytes: await writeDemoWorkbook([{ name: "DUK", rows, merges, boldRows: [0, 1, 2, 4] }]),
    rows: truth,
  };
}

function sortKey({ civilServant }: Servant): string {
  return `${civilServant.office}/${civilServant.nip}`;
}

function servantRow({ civilServant, ...person }: Servant): DemoCell[] {
  return [
    civilServant.nip,
    civilServant.titledName,
    person.nik,
    person.birthPlace,
    { serial: excelSerial(person.birthDate) },
    person.sex === "male" ? "L" : "P",
    civilServant.status,
    civilServant.rank,
    { serial: excelSerial(civilServant.appointedOn) },
    civilServant.position,
    civilServant.office,
    civilServant.office,
    { serial: excelSerial(civilServant.retiresOn) },
    person.phone,
  ];
}
