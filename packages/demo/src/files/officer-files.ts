import { ageOn, type CivilDate } from "@tuwai/domain/time";
import type { Region } from "@tuwai/domain/regions";
import type { City, DemoRegion, DemoVillage, Person } from "#people";
import { randomOf, type Random } from "@tuwai/linkage/generator";
import type { TruthRow } from "./village-workbook.ts";
import { writeDemoWorkbook, type DemoCell } from "./write-demo-workbook.ts";

export const OFFICER_COLUMNS = ["No", "Desa/Kelurahan", "Nama", "NIK", "L/P", "Tgl Lahir", "Kelompok", "Jabatan", "TMT", "No. HP", "Penghasilan/bln", "Ket"] as const; // oxfmt-ignore

export type OfficerPlan = {
  readonly city: City;
  readonly demo: DemoRegion;
  readonly kecamatan: Region;
  readonly seed: number;
  readonly asOf: CivilDate;
};

type Seat = {
  readonly group: "Perangkat Desa" | "BPD" | "Kader" | "RT/RW";
  readonly title: string;
  readonly monthlyPay: number;
};

/** Village officers, BPD members and kader of one kecamatan. Kelurahan have no BPD and no village government of their own. */
export async function makeOfficerFile(plan: OfficerPlan): Promise<{ bytes: Uint8Array; rows: TruthRow[] }> {
  const random = randomOf(plan.seed, `officers/${plan.kecamatan.code}`);
  const title = `DATA PERANGKAT DESA, BPD DAN KADER KECAMATAN ${plan.kecamatan.name.toUpperCase()}`;
  const rows: DemoCell[][] = [[title], [], [...OFFICER_COLUMNS]];
  const truth: TruthRow[] = (["title", "blank", "header"] as const).map((kind, place) => ({
    row: place + 1,
    kind,
    personId: null,
    defects: [],
  }));
  for (const village of plan.demo.villages.filter(
    (place) => place.region.parentCode === plan.kecamatan.code,
  )) {
    for (const { person, seat } of fillSeats(random, village, plan)) {
      rows.push([rows.length - 2, village.region.name, ...officerRow(random, person, seat)]);
      truth.push({ row: rows.length, kind: "data", personId: person.id, defects: [] });
    }
  }
  const sheet = {
    name: "Data",
    rows,
    merges: [{ row: 0, from: 0, to: OFFICER_COLUMNS.length - 1 }],
    boldRows: [0, 2],
  };
  return { bytes: await writeDemoWorkbook([sheet]), rows: truth };
}

function fillSeats(
  random: Random,
  village: DemoVillage,
  { city, asOf }: OfficerPlan,
): { person: Person; seat: Seat }[] {
  const adults = city.persons.filter(
    (person) =>
      person.villageCode === village.region.code && person.state === "resident" && isOfAge(person, asOf),
  );
  const officers = random.shuffle(adults.filter((person) => person.work === "village-officer"));
  const others = random.shuffle(
    adults.filter(
      (person) =>
        person.work !== "village-officer" &&
        person.civilServant === null &&
        person.work !== "military-police",
    ),
  );
  const seats = village.region.kind === "kelurahan" ? kelurahanSeats(random) : desaSeats(random);
  return seats.flatMap((seat) => {
    const pool = seat.group === "Perangkat Desa" && officers.length > 0 ? officers : others;
    const isWoman = seat.group === "Kader";
    const place = isWoman ? pool.findIndex((person) => person.sex === "female") : 0;
    const [person] = pool.splice(Math.max(0, place), 1);
    return person === undefined ? [] : [{ person, seat }];
  });
}

function isOfAge(person: Person, asOf: CivilDate): boolean {
  const age = ageOn(person.birthDate, asOf);
  return age >= 20 && age < 60;
}

/** Wages are the Rp2,000,000 agreed elsewhere (domain.md 3.3) and a little more for the head: examples, not facts. */
function desaSeats(random: Random): Seat[] {
  const staff = [
    "Kepala Desa",
    "Sekretaris Desa",
    "Kaur Keuangan",
    "Kaur Umum dan Perencanaan",
    "Kasi Pemerintahan",
    "Kasi Kesejahteraan dan Pelayanan",
  ];
  const hamlets = ["Kepala Dusun Barat", "Kepala Dusun Timur", "Kepala Dusun Tengah"].slice(
    0,
    random.int(2, 3),
  );
  const council = [
    "Ketua BPD",
    "Wakil Ketua BPD",
    "Sekretaris BPD",
    "Anggota BPD",
    "Anggota BPD",
    "Anggota BPD",
    "Anggota BPD",
  ].slice(0, random.pick([5, 7]));
  return [
    ...[...staff, ...hamlets].map((title): Seat => ({
      group: "Perangkat Desa",
      title,
      monthlyPay: title === "Kepala Desa" ? 3_400_000 : 2_500_000,
    })),
    ...council.map((title): Seat => ({ group: "BPD", title, monthlyPay: 1_000_000 })),
    ...kader(random.int(5, 10)),
  ];
}

function kelurahanSeats(random: Random): Seat[] {
  const heads = random.int(4, 8);
  const seats = Array.from({ length: heads }, (_, place): Seat => ({
    group: "RT/RW",
    title: `Ketua RT ${String(place + 1).padStart(3, "0")}`,
    monthlyPay: 500_000,
  }));
  return [...seats, ...kader(random.int(5, 10))];
}

function kader(count: number): Seat[] {
  return Array.from({ length: count }, () => ({
    group: "Kader",
    title: "Kader Posyandu",
    monthlyPay: 200_000,
  }));
}

function officerRow(random: Random, person: Person, seat: Seat): DemoCell[] {
  const [year, month, day] = person.birthDate.split("-");
  return [
    random.chance(0.5)
      ? person.name
      : person.name.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase()),
    person.nik,
    person.sex === "male" ? "L" : "P",
    `${day}-${month}-${year}`,
    seat.group,
    seat.title,
    String(random.int(2015, 2025)),
    person.phone,
    seat.monthlyPay,
    null,
  ];
}
