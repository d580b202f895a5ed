import type { CivilDate } from "@tuwai/domain/time";
import type { Region } from "@tuwai/domain/regions";
import type { City, DemoRegion, DemoVillage } from "#people";
import { pickCandidates, type Candidate } from "./pick-candidates.ts";
import { randomOf, rowRates, withCare, type Random } from "@tuwai/linkage/generator";
import { drawLayout, type Layout } from "./village-layout.ts";
import { SEX_WORDS, VILLAGE_RATES, writeVillageRow, type Habits, type VillageRow } from "./village-row.ts";
import { dateText, drawDateStyle } from "./write-dates.ts";
import type { DemoCell, DemoSheet } from "./write-demo-workbook.ts";

export type RowKind = "title" | "header" | "note" | "total" | "blank" | "data";

/** The truth about one physical row of a file. `row` counts from 1, as Excel does. */
export type TruthRow = {
  readonly row: number;
  readonly kind: RowKind;
  readonly personId: string | null;
  readonly defects: readonly string[];
};

export type VillageWorkbook = { readonly sheets: readonly DemoSheet[]; readonly rows: readonly TruthRow[] };

export type VillagePlan = {
  readonly city: City;
  readonly demo: DemoRegion;
  readonly village: DemoVillage;
  readonly seed: number;
  readonly scale: number;
  readonly asOf: CivilDate;
};

/** A village's list of vulnerable workers as its office sends it, with the truth about every row. */
export function makeVillageWorkbook(plan: VillagePlan): VillageWorkbook {
  const random = randomOf(plan.seed, `list/${plan.village.region.code}`);
  const layout = drawLayout(random, plan.village.region.kind !== "kelurahan");
  const habits = drawHabits(random, plan);
  const lines = pickCandidates({ ...plan, villageCode: plan.village.region.code, random });
  const sheet = openSheet();
  if (layout.hasLetterhead) addLetterhead(sheet, plan, layout);
  else if (random.chance(0.5)) addTitle(sheet, plan, layout);
  addHeader(sheet, layout);
  addRows({ sheet, layout, habits, random, plan }, lines);
  addFooter(sheet, random, plan);
  const name = random.pick(["Sheet1", "DATA", "Pekerja Rentan", plan.village.region.name.slice(0, 28)]);
  const extra = random.chance(0.2) ? [summarySheet(lines)] : [];
  return {
    sheets: [{ name, rows: sheet.rows, merges: sheet.merges, boldRows: sheet.boldRows }, ...extra],
    rows: sheet.truth,
  };
}

type OpenSheet = {
  readonly rows: DemoCell[][];
  readonly merges: { row: number; from: number; to: number }[];
  readonly boldRows: number[];
  readonly truth: TruthRow[];
};

type Writing = {
  readonly sheet: OpenSheet;
  readonly layout: Layout;
  readonly habits: Habits;
  readonly random: Random;
  readonly plan: VillagePlan;
};

function openSheet(): OpenSheet {
  return { rows: [], merges: [], boldRows: [], truth: [] };
}

function add(
  sheet: OpenSheet,
  cells: DemoCell[],
  kind: RowKind,
  data?: { personId: string; defects: readonly string[] },
): void {
  if (kind === "title" || kind === "header") sheet.boldRows.push(sheet.rows.length);
  sheet.rows.push(cells);
  sheet.truth.push({
    row: sheet.rows.length,
    kind,
    personId: data?.personId ?? null,
    defects: data?.defects ?? [],
  });
}

function addMerged(sheet: OpenSheet, text: string, width: number): void {
  sheet.merges.push({ row: sheet.rows.length, from: 0, to: Math.max(1, width - 1) });
  add(sheet, [text], "title");
}

function drawHabits(random: Random, plan: VillagePlan): Habits {
  const region = plan.village.region;
  const isWholeColumnNumeric = random.chance(0.1);
  const care = Number(random.draw({ "0.5": 55, "1": 33, "2": 12 }));
  return {
    asOf: plan.asOf,
    care,
    ratesOf: rowRates(withCare(VILLAGE_RATES, care)),
    letters: random.chance(0.55) ? "capitals" : "words",
    dates: drawDateStyle(random),
    mixesDates: random.chance(0.3),
    numericNik: isWholeColumnNumeric ? 1 : random.chance(0.22) ? 0.08 : 0,
    quotesNik: !isWholeColumnNumeric && random.chance(0.1),
    spacesNik: random.chance(0.08),
    sexWords: random.pick(SEX_WORDS),
    villageWords: spellingsOf(random, region),
  };
}

/** A clerk writes the own village's name in one way, or in several. */
function spellingsOf(random: Random, region: Region): string[] {
  const forms = [
    region.name,
    region.name.toUpperCase(),
    `${region.kind === "kelurahan" ? "Kel." : "Desa"} ${region.name}`,
    region.name.replace(/^Kampung/, "Kp."),
    ...region.aliases,
  ];
  return random.chance(0.6) ? [random.pick(forms.slice(0, 2))] : forms;
}

function officeWords(plan: VillagePlan): { kind: string; name: string; kecamatan: string } {
  const region = plan.village.region;
  const kecamatan = plan.demo.kecamatan.find((place) => place.code === region.parentCode)?.name ?? "";
  return {
    kind: region.kind === "kelurahan" ? "KELURAHAN" : "DESA",
    name: region.name.toUpperCase(),
    kecamatan: kecamatan.toUpperCase(),
  };
}

function addLetterhead(sheet: OpenSheet, plan: VillagePlan, layout: Layout): void {
  const { kind, name, kecamatan } = officeWords(plan);
  const width = layout.columns.length;
  addMerged(sheet, `PEMERINTAH ${plan.demo.city.name.toUpperCase()}`, width);
  addMerged(sheet, `KECAMATAN ${kecamatan}`, width);
  addMerged(sheet, `${kind} ${name}`, width);
  addMerged(
    sheet,
    `Alamat : Kantor ${kind === "DESA" ? "Desa" : "Lurah"} ${plan.village.region.name}  Kode Pos ${plan.village.postalCode}`,
    width,
  );
  add(sheet, [], "blank");
  addTitle(sheet, plan, layout);
}

function addTitle(sheet: OpenSheet, plan: VillagePlan, layout: Layout): void {
  const { kind, name } = officeWords(plan);
  addMerged(
    sheet,
    `DAFTAR PEKERJA RENTAN CALON PESERTA BPJS KETENAGAKERJAAN ${kind} ${name}`,
    layout.columns.length,
  );
  addMerged(sheet, `TAHUN ${plan.asOf.slice(0, 4)}`, layout.columns.length);
  add(sheet, [], "blank");
}

function addHeader(sheet: OpenSheet, layout: Layout): void {
  if (layout.hasTwoHeaderRows) {
    const upper = layout.columns.map(({ group, header }, place) => {
      if (group === undefined) return header;
      return layout.columns[place - 1]?.group === group ? null : group;
    });
    for (const [place, { group }] of layout.columns.entries()) {
      const isFirst = group !== undefined && layout.columns[place - 1]?.group !== group;
      if (isFirst) sheet.merges.push({ row: sheet.rows.length, from: place, to: place + 1 });
    }
    add(sheet, upper, "header");
    add(
      sheet,
      layout.columns.map(({ group, header }) => (group === undefined ? null : header)),
      "header",
    );
  } else {
    add(
      sheet,
      layout.columns.map(({ header }) => header),
      "header",
    );
  }
  if (layout.hasNumberedHeader)
    add(
      sheet,
      layout.columns.map((_, place) => place + 1),
      "header",
    );
}

function addRows(writing: Writing, lines: readonly Candidate[]): void {
  const { sheet, layout, habits, random, plan } = writing;
  const villageOf = (code: string): string =>
    plan.demo.villages.find((village) => village.region.code === code)?.region.name ?? "";
  const hasBlanks = random.chance(0.4);
  const repeatsHeader = random.chance(0.08);
  const written = new Map<string, VillageRow>();
  const owners = ownersOfNiks(lines);
  for (const [place, line] of lines.entries()) {
    if (hasBlanks && random.chance(0.015)) add(sheet, [], "blank");
    if (repeatsHeader && place > 0 && place % 60 === 0)
      add(
        sheet,
        layout.columns.map(({ header }) => header),
        "header",
      );
    const first = written.get(line.person.id);
    const row =
      line.reason === "repeat-exact" && first !== undefined
        ? {
            cells: first.cells,
            defects: [...first.defects.filter((code) => !SAID_ONCE.has(code)), "repeat-exact"],
          }
        : writeVillageRow(random, line, habits, villageOf);
    if (!written.has(line.person.id)) written.set(line.person.id, row);
    const hasVillage = layout.columns.some(({ field }) => field === "village");
    const defects = row.defects
      .map((code) => (code === "stranger" && hasVillage ? "village-foreign" : code))
      .filter((code) => isVisible(code, layout));
    if ((owners.get(line.person.nik)?.size ?? 0) > 1 && !defects.some((code) => code.includes("nik"))) {
      defects.push("same-nik-other-name");
    }
    add(
      sheet,
      layout.columns.map(({ field }) => (field === "no" ? place + 1 : row.cells[field])),
      "data",
      { personId: line.person.id, defects },
    );
  }
}

/** Who stands on the list under each NIK: more than one person when a relative's was copied. */
function ownersOfNiks(lines: readonly Candidate[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { person, nikOf } of lines) {
    const nik = nikOf?.nik ?? person.nik;
    owners.set(nik, (owners.get(nik) ?? new Set()).add(person.id));
  }
  return owners;
}

const SAID_ONCE: ReadonlySet<string> = new Set(["repeat-exact", "repeat-respelt"]);

/** A slip in a column that this sheet does not have is no slip. */
function isVisible(defect: string, { columns }: Layout): boolean {
  const needs = NEEDED_FIELD[defect];
  return needs === undefined || columns.some(({ field }) => needs.includes(field));
}

const NEEDED_FIELD: Readonly<Record<string, readonly string[]>> = {
  "sex-missing": ["sex"],
  "birth-date-impossible": ["birthDate"],
  "noted-dead": ["note"],
  "noted-moved": ["note"],
};

function addFooter(sheet: OpenSheet, random: Random, plan: VillagePlan): void {
  const { kind } = officeWords(plan);
  const people = sheet.truth.filter((row) => row.kind === "data").length;
  if (random.chance(0.6)) add(sheet, ["", "JUMLAH", `${people} orang`], "total");
  if (random.chance(0.7)) {
    add(sheet, [], "blank");
    add(sheet, ["Catatan : data diambil dari musyawarah, mohon dikoreksi bila ada kesalahan"], "note");
  }
  if (!random.chance(0.75)) return;
  add(sheet, [], "blank");
  add(sheet, [null, null, null, `${plan.village.region.name}, ${dateText(plan.asOf, "long")}`], "note");
  add(sheet, [null, null, null, kind === "DESA" ? "Kepala Desa" : "Lurah"], "note");
  add(sheet, [], "blank");
  add(sheet, [], "blank");
  add(
    sheet,
    [
      null,
      null,
      null,
      random.pick(["( SYAFRUDDIN )", "( ZULKARNAINI )", "( ERNAWATI )", "( NASRUL )", "( YUSMANIDAR )"]),
    ],
    "note",
  );
}

/** A second sheet that some offices add: counts, no persons. */
function summarySheet(lines: readonly Candidate[]): DemoSheet {
  const men = lines.filter(({ person }) => person.sex === "male").length;
  return {
    name: "REKAP",
    rows: [["REKAPITULASI"], ["Laki-laki", men], ["Perempuan", lines.length - men], ["Jumlah", lines.length]],
    merges: [],
    boldRows: [0],
  };
}
