import { ageOn, type CivilDate } from "@tuwai/domain/time";
import { openCsvFile } from "./csv-file.ts";
import type { City, DemoRegion, Membership, Person } from "#people";
import {
  changeRates,
  randomOf,
  registryRates,
  rowRates,
  slipName,
  slipNik,
  type Random,
} from "@tuwai/linkage/generator";
import type { TruthRow } from "./village-workbook.ts";
import { dateText } from "./write-dates.ts";
import { writeDemoWorkbook } from "./write-demo-workbook.ts";

export const MEMBER_COLUMNS = [
  "KPJ", "NIK", "NAMA_LENGKAP", "TEMPAT_LAHIR", "TGL_LAHIR", "JENIS_KELAMIN", "SEGMEN", "KODE_WADAH", "NAMA_PERUSAHAAN_WADAH",
  "PROGRAM", "TGL_KEPESERTAAN", "STATUS", "BULAN_IURAN_TERAKHIR", "KAB_KOTA",
] as const; // oxfmt-ignore

type Member = Person & { readonly membership: Membership };

export type MemberPlan = {
  readonly city: City;
  readonly demo: DemoRegion;
  readonly seed: number;
  readonly asOf: CivilDate;
};

/** All participants with an address in the city, as comma-separated text. Returns the truth of every row. */
export function writeMemberCsv(path: string, plan: MemberPlan): TruthRow[] {
  const random = randomOf(plan.seed, "member-csv");
  const file = openCsvFile(path, MEMBER_COLUMNS, ",");
  const truth: TruthRow[] = [{ row: 1, kind: "header", personId: null, defects: [] }];
  for (const member of random.shuffle(membersOf(plan.city))) {
    const defects: string[] = [];
    file.add(memberRow(random, member, plan, defects));
    truth.push({ row: truth.length + 1, kind: "data", personId: member.id, defects });
  }
  file.close();
  return truth;
}

/** The participants of the government's wadah only, as a workbook with a title, as the branch sends it on request. */
export async function makeMemberWorkbook(plan: MemberPlan): Promise<{ bytes: Uint8Array; rows: TruthRow[] }> {
  const random = randomOf(plan.seed, "member-workbook");
  const members = membersOf(plan.city).filter((member) => member.membership.segment === "BPU");
  const rows: (string | null)[][] = [
    ["DAFTAR TENAGA KERJA AKTIF/NON AKTIF SEGMEN BPU"],
    [`Cetak: ${dateText(plan.asOf, "slash")}`],
    [],
    [...MEMBER_COLUMNS],
  ];
  const truth: TruthRow[] = (["title", "title", "blank", "header"] as const).map((kind, place) => ({
    row: place + 1,
    kind,
    personId: null,
    defects: [],
  }));
  for (const member of members) {
    const defects: string[] = [];
    rows.push(memberRow(random, member, plan, defects));
    truth.push({ row: rows.length, kind: "data", personId: member.id, defects });
  }
  const width = MEMBER_COLUMNS.length - 1;
  const sheet = { name: "Export", rows, merges: [{ row: 0, from: 0, to: width }], boldRows: [0, 3] };
  return { bytes: await writeDemoWorkbook([sheet]), rows: truth };
}

function membersOf(city: City): Member[] {
  return city.persons.filter((person): person is Member => person.membership !== null);
}

/** The branch's form wants a NIK of sixteen digits, so none is missing, only some are wrong. */
const memberRates = rowRates(
  changeRates(registryRates, { nik: { missing: 0, placeholder: 0, excel: 0, digitLost: 0, digitAdded: 0 } }),
);

function memberRow(
  random: Random,
  { membership, ...person }: Member,
  { demo, asOf }: MemberPlan,
  defects: string[],
): string[] {
  const rates = memberRates(random);
  const age = ageOn(person.birthDate, asOf);
  const name = slipName(random, { ...person, age, isMinang: true }, rates.name);
  if (name !== person.name) defects.push("name-slip");
  const nik = slipNik(random, person.nik, rates.nik);
  if (nik.fault !== null) defects.push("nik-slip");
  return [
    membership.kpj,
    nik.written ?? "",
    name,
    person.birthPlace,
    dateText(person.birthDate, "dash"),
    person.sex === "male" ? "L" : "P",
    membership.segment,
    membership.wadah ?? "",
    membership.employer,
    membership.segment === "BPU" ? "JKK,JKM" : "JKK,JKM,JHT,JP",
    dateText(membership.since, "dash"),
    membership.isActive ? "AKTIF" : "NON AKTIF",
    membership.lastPaidMonth,
    demo.city.name.toUpperCase(),
  ];
}
