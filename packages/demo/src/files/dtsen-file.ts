import { ageOn, monthOf, shiftMonth, type CivilDate } from "@tuwai/domain/time";
import { CALIBRATION, type City, type DemoRegion, type Household, type Person } from "#people";
import { openCsvFile } from "./csv-file.ts";
import {
  changeRates,
  randomOf,
  registryRates,
  rowRates,
  slipBirthDate,
  slipFamilyCard,
  slipName,
  slipNik,
  type Random,
} from "@tuwai/linkage/generator";
import { nikDefect } from "./nik-defect.ts";
import type { TruthRow } from "./village-workbook.ts";
import { registryWork } from "./work-words.ts";

/** Columns as seen in public code that reads such extracts (domain.md 4.4). Only NIK, KK and desil may be imported. */
export const DTSEN_COLUMNS = [
  "id_keluarga", "nomor_kartu_keluarga", "nomor_induk_kependudukan", "nama", "jenis_kelamin", "tempat_lahir", "tanggal_lahir",
  "hubungan_keluarga", "status_bekerja", "pekerjaan", "provinsi", "kabupaten_kota", "kecamatan", "kelurahan_desa", "kabkota_kode",
  "kecamatan_kode", "desa_kode", "alamat", "jumlah_anggota_keluarga", "pbi_nas", "pbi_pemda", "penerima_pkh", "penerima_bpnt",
  "status_kepemilikan_rumah", "luas_lantai", "jenis_lantai_terluas", "jenis_dinding_terluas", "jenis_atap_terluas",
  "sumber_air_minum_utama", "sumber_penerangan_utama", "daya_terpasang", "bahan_bakar_utama_memasak", "fasilitas_bab",
  "jenis_kloset", "pembuangan_akhir_tinja", "aset_tabung_gas", "aset_lemari_es", "aset_ac", "aset_televisi", "aset_sepeda_motor",
  "aset_mobil", "jumlah_sapi", "jumlah_kerbau", "jumlah_kambing", "skor", "desil_nasional", "periode",
] as const; // oxfmt-ignore

export type DtsenPlan = {
  readonly city: City;
  readonly demo: DemoRegion;
  readonly seed: number;
  readonly asOf: CivilDate;
};

/**
 * The by-name extract of the national socio-economic register: nearly all residents, some who died or left, few slips.
 * A hidden tail of rows is stale. Returns the truth of every row; row 1 is the header.
 */
export function writeDtsenFile(path: string, plan: DtsenPlan): TruthRow[] {
  const random = randomOf(plan.seed, "dtsen");
  const file = openCsvFile(path, DTSEN_COLUMNS, ";");
  const truth: TruthRow[] = [{ row: 1, kind: "header", personId: null, defects: [] }];
  for (const household of plan.city.households) {
    const home = homeOf(random, household, plan);
    for (const person of household.members) {
      if (!random.chance(person.state === "resident" ? CALIBRATION.dtsenShare : 0.6)) continue;
      const defects = person.state === "resident" ? [] : [person.state];
      file.add(rowOf(random, { person, household, home, defects, asOf: plan.asOf }));
      truth.push({ row: truth.length + 1, kind: "data", personId: person.id, defects });
    }
  }
  file.close();
  return truth;
}

type DtsenPerson = {
  readonly person: Person;
  readonly household: Household;
  readonly home: readonly (string | number)[];
  readonly defects: string[];
  readonly asOf: CivilDate;
};

const RELATIONS = { head: 1, spouse: 2, child: 3, parent: 6, other: 8 } as const;

/** A family's rows are made from one card, so its number seldom differs from the registry's. */
const registerRates = rowRates(
  changeRates(registryRates, { familyCard: { missing: 0.012, changed: 0, digit: 0.004, excel: 0 } }),
);

function rowOf(random: Random, { person, household, home, defects, asOf }: DtsenPerson): (string | number)[] {
  const rates = registerRates(random);
  const age = ageOn(person.birthDate, asOf);
  const name = slipName(random, { ...person, age, isMinang: true }, rates.name);
  if (name !== person.name) defects.push("name-slip");
  const nik = slipNik(random, person.nik, rates.nik);
  if (nik.fault !== null) defects.push(nikDefect(nik.written ?? "", asOf));
  const card = slipFamilyCard(random, household.familyCard, rates.familyCard);
  if (card.fault !== null)
    defects.push(card.fault === "missing" ? "family-card-missing" : "family-card-slip");
  const release = shiftMonth(monthOf(asOf), -3);
  return [
    `K${String(household.id + 1).padStart(8, "0")}`,
    card.written ?? "",
    nik.written ?? "",
    name,
    person.sex === "male" ? 1 : 2,
    person.birthPlace,
    slipBirthDate(random, person.birthDate, rates.birthDate, asOf).written ?? "",
    RELATIONS[person.relation],
    person.activity === "working" ? 1 : 2,
    registryWork(person),
    ...home,
    household.decile,
    release,
  ];
}

/** Place and housing of a family: the worse off, the poorer the floor. Codes as in the questionnaire, judgement in shape. */
function homeOf(random: Random, household: Household, { demo }: DtsenPlan): (string | number)[] {
  const village = demo.villages.find((place) => place.region.code === household.villageCode)?.region;
  const kecamatan = demo.kecamatan.find((place) => place.code === household.villageCode.slice(0, 8));
  const isPoor = household.decile <= 4;
  const worse = (share: number): number => (random.chance(isPoor ? share * 2 : share * 0.5) ? 2 : 1);
  const owns = (share: number): number =>
    random.chance(isPoor ? share * 0.6 : Math.min(0.98, share * 1.2)) ? 1 : 2;
  const { hamlet, street, rt, rw } = household.address;
  return [
    demo.city.code.slice(0, 2), demo.city.name.toUpperCase(), (kecamatan?.name ?? "").toUpperCase(),
    (village?.name ?? "").toUpperCase(), demo.city.code.replace(".", ""), household.villageCode.slice(0, 8).replaceAll(".", ""),
    household.villageCode.replaceAll(".", ""), `${hamlet === "" ? "" : `${hamlet.toUpperCase()}, `}${street.toUpperCase()} RT ${rt} RW ${rw}`,
    household.members.filter((member) => member.state === "resident").length, isPoor && random.chance(0.6) ? 1 : 2, random.chance(0.3) ? 1 : 2,
    household.isPkh ? 1 : 2, household.isBpnt ? 1 : 2, random.pick([1, 1, 1, 2, 3]), random.int(isPoor ? 24 : 36, isPoor ? 64 : 140),
    worse(0.25), worse(0.2), worse(0.15), random.pick([1, 2, 3, 4]), worse(0.02), random.pick(isPoor ? [450, 450, 900] : [900, 1300, 2200]),
    worse(0.1), worse(0.12), worse(0.08), worse(0.2), owns(0.9), owns(0.7), owns(0.12), owns(0.85), owns(0.8), owns(0.1),
    random.chance(0.05) ? random.int(1, 3) : 0, random.chance(0.02) ? 1 : 0, random.chance(0.06) ? random.int(1, 6) : 0,
    (household.decile * 8 + random.next() * 8).toFixed(3),
  ]; // oxfmt-ignore
}
