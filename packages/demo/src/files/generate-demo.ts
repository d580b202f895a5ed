import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { civilDate, type CivilDate } from "@tuwai/domain/time";
import { type City, type DemoRegion, makeCity } from "#people";
import { makeCivilServantFile } from "./civil-servant-file.ts";
import { openCsvFile, type CsvFile } from "./csv-file.ts";
import { writeDtsenFile } from "./dtsen-file.ts";
import { makeMemberWorkbook, writeMemberCsv } from "./member-files.ts";
import { makeOfficerFile } from "./officer-files.ts";
import { countTruth, type FileTruth } from "./truth.ts";
import { makeVillageWorkbook, type TruthRow } from "./village-workbook.ts";
import { writeDemoWorkbook } from "./write-demo-workbook.ts";

export type DemoPlan = {
  /** Directory with the reference data of the product. */
  readonly referenceDir: string;
  readonly regionCode: string;
  readonly seed: number;
  /** 1 for the full population, 0.05 for a twentieth. */
  readonly scale: number;
  readonly outDir: string;
  /** The day the demonstration plays on; ages and lists are as of it. */
  readonly asOf?: CivilDate;
  readonly onProgress?: (step: string) => void;
};

export type DemoSummary = {
  readonly region: string;
  readonly asOf: CivilDate;
  readonly villages: number;
  readonly households: number;
  readonly residents: number;
  readonly files: readonly FileTruth[];
};

export const DEMO_DAY = civilDate("2026-11-01");

/**
 * Makes a synthetic city and the files its offices would send: `berkas/` as they arrive, `kebenaran/` the truth about
 * them. The same plan gives the same bytes. All identity numbers are synthetic. Throws invalid-input for an unknown region.
 */
export async function generateDemo(plan: DemoPlan): Promise<DemoSummary> {
  const asOf = plan.asOf ?? DEMO_DAY;
  const progress = plan.onProgress ?? (() => {});
  progress("population");
  const { city, demo } = makeCity({ ...plan, asOf });
  for (const folder of ["berkas/desa", "berkas/perangkat", "kebenaran"])
    mkdirSync(join(plan.outDir, folder), { recursive: true });
  const writing: Writing = { city, demo, asOf, plan, truth: openTruth(plan.outDir), files: [] };
  progress("village lists");
  await writeVillageLists(writing);
  progress("dtsen");
  writeDtsen(writing);
  progress("members");
  await writeMembers(writing);
  progress("civil servants and village officers");
  await writeOfficers(writing);
  writing.truth.close();
  progress("truth");
  writePersons(plan.outDir, city);
  const residents = city.persons.filter((person) => person.state === "resident").length;
  const summary: DemoSummary = {
    region: demo.city.code,
    asOf,
    villages: demo.villages.length,
    households: city.households.length,
    residents,
    files: writing.files,
  };
  writeFileSync(
    join(plan.outDir, "kebenaran", "berkas.json"),
    `${JSON.stringify({ seed: plan.seed, scale: plan.scale, ...summary }, null, 1)}\n`,
  );
  return summary;
}

type Writing = {
  readonly city: City;
  readonly demo: DemoRegion;
  readonly asOf: CivilDate;
  readonly plan: DemoPlan;
  readonly truth: CsvFile;
  readonly files: FileTruth[];
};

function openTruth(outDir: string): CsvFile {
  return openCsvFile(
    join(outDir, "kebenaran", "baris.csv"),
    ["berkas", "lembar", "baris", "jenis", "orang", "cacat"],
    ",",
  );
}

type Named = Omit<FileTruth, "expected"> & { readonly rows: readonly TruthRow[] };

function recordTruth(writing: Writing, { rows, ...file }: Named): void {
  writing.files.push({ ...file, expected: countTruth(rows) });
  for (const row of rows) {
    writing.truth.add([file.file, file.sheet, row.row, row.kind, row.personId, row.defects.join("|")]);
  }
}

async function writeVillageLists(writing: Writing): Promise<void> {
  const { plan, demo } = writing;
  for (const village of demo.villages) {
    const workbook = makeVillageWorkbook({ ...plan, ...writing, village });
    const slug = village.region.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const file = `desa/${village.region.code}-pekerja-rentan-${slug}.xlsx`;
    writeFileSync(join(plan.outDir, "berkas", file), await writeDemoWorkbook(workbook.sheets));
    recordTruth(writing, {
      file,
      kind: "village-list",
      villageCode: village.region.code,
      sheet: workbook.sheets[0]?.name ?? "",
      rows: workbook.rows,
    });
  }
}

function writeDtsen(writing: Writing): void {
  const file = "dtsen.csv";
  const rows = writeDtsenFile(join(writing.plan.outDir, "berkas", file), { ...writing.plan, ...writing });
  recordTruth(writing, { file, kind: "dtsen", villageCode: null, sheet: null, rows });
}

async function writeMembers(writing: Writing): Promise<void> {
  const members = { ...writing.plan, ...writing };
  const all = "peserta-bpjs.csv";
  const rows = writeMemberCsv(join(writing.plan.outDir, "berkas", all), members);
  recordTruth(writing, { file: all, kind: "bpjs-members", villageCode: null, sheet: null, rows });
  const informal = "peserta-bpjs-bpu.xlsx";
  const workbook = await makeMemberWorkbook(members);
  writeFileSync(join(writing.plan.outDir, "berkas", informal), workbook.bytes);
  recordTruth(writing, {
    file: informal,
    kind: "bpjs-members",
    villageCode: null,
    sheet: "Export",
    rows: workbook.rows,
  });
}

async function writeOfficers(writing: Writing): Promise<void> {
  const { plan, city, demo, asOf } = writing;
  const servants = await makeCivilServantFile(city, demo, asOf);
  writeFileSync(join(plan.outDir, "berkas", "daftar-asn.xlsx"), servants.bytes);
  recordTruth(writing, {
    file: "daftar-asn.xlsx",
    kind: "civil-servants",
    villageCode: null,
    sheet: "DUK",
    rows: servants.rows,
  });
  for (const kecamatan of demo.kecamatan) {
    const officers = await makeOfficerFile({ ...plan, ...writing, kecamatan });
    const file = `perangkat/${kecamatan.code}-perangkat-bpd-kader.xlsx`;
    writeFileSync(join(plan.outDir, "berkas", file), officers.bytes);
    recordTruth(writing, {
      file,
      kind: "village-officers",
      villageCode: null,
      sheet: "Data",
      rows: officers.rows,
    });
  }
}

function writePersons(outDir: string, city: City): void {
  const header = ["orang", "nik", "kk", "nama", "jenis_kelamin", "tanggal_lahir", "desa", "keadaan", "sejak", "pekerjaan", "kegiatan", "jabatan_agama_adat", "desil", "pkh", "bpnt", "kpj", "segmen", "kepesertaan", "nip", "opd"]; // oxfmt-ignore
  const file = openCsvFile(join(outDir, "kebenaran", "orang.csv"), header, ",");
  for (const household of city.households) {
    for (const person of household.members) {
      const { membership, civilServant } = person;
      file.add([
        person.id, person.nik, household.familyCard, person.name, person.sex, person.birthDate, person.villageCode, person.state,
        person.stateOn, person.work, person.activity, person.office, household.decile, household.isPkh ? 1 : 0,
        household.isBpnt ? 1 : 0, membership?.kpj ?? null, membership?.segment ?? null,
        membership === null ? null : membership.isActive ? "active" : "lapsed", civilServant?.nip ?? null, civilServant?.office ?? null,
      ]); // oxfmt-ignore
    }
  }
  file.close();
}
