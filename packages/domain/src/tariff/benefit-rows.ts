import { type BenefitParts, benefitParts } from "#benefits";
import { deathBenefitRates, type DeathBenefitRow } from "#cover";
import type { RateSource } from "#law";
import type { LawAmount, LawRow, LawSubject } from "./law-row.ts";

type Line = [
  subject: LawSubject,
  unit: "rupiah" | "wage-bases" | "months",
  value: number,
  source: RateSource,
];

/** Every row a benefit is reckoned from: amounts, and the months before they are due. */
export function benefitRows(): LawRow[] {
  const rows = [
    ...deathBenefitRates.flatMap((row) => linesOfDeath(row).map((line) => rowOf(row, line))),
    ...benefitParts.flatMap((row) =>
      linesOfParts(row).map((line) => rowOf({ ...row, ends: "review" as const }, line)),
    ),
  ];
  return [...Map.groupBy(rows, ({ subject }) => subject).values()].flat();
}

function linesOfDeath(row: DeathBenefitRow): Line[] {
  const [amounts, waiting = amounts] = row.sources;
  if (amounts === undefined || waiting === undefined) return [];
  return [
    ["death-full", "rupiah", row.naturalFull, amounts],
    ["death-before-full", "rupiah", row.naturalBeforeFull, amounts],
    ["death-waiting", "months", row.fullAfterMonths, waiting],
    ["accident-bases", "wage-bases", row.accidentBases, amounts],
    ["accident-fixed", "rupiah", row.accidentFixed, amounts],
    ["scholarship-ceiling", "rupiah", row.scholarshipCeiling, amounts],
    ["scholarship-months", "months", row.scholarshipPaidMonths, amounts],
  ];
}

/** Without the bases of a death by accident, which stand among the rows of death. */
function linesOfParts(row: BenefitParts): Line[] {
  const { transport } = row;
  return [
    ["death-lump", "rupiah", row.deathLump.value, row.deathLump.source],
    ["death-periodic", "rupiah", row.periodic.value, row.periodic.source],
    ["death-funeral", "rupiah", row.funeral.value, row.funeral.source],
    ["accident-floor", "rupiah", row.accidentFloor.value, row.accidentFloor.source],
    ["whole-pay", "months", row.wholePayMonths.value, row.wholePayMonths.source],
    ["partial-disability", "wage-bases", row.disabilityBases.value, row.disabilityBases.source],
    ["total-disability", "wage-bases", row.totalDisabilityBases.value, row.totalDisabilityBases.source],
    ["transport-land", "rupiah", transport.land.value, transport.land.source],
    ["transport-sea", "rupiah", transport.sea.value, transport.sea.source],
    ["transport-air", "rupiah", transport.air.value, transport.air.source],
  ];
}

function rowOf(row: Pick<LawRow, "from" | "until" | "ends">, [subject, unit, value, source]: Line): LawRow {
  const { from, until, ends } = row;
  const amount: LawAmount = { unit, value };
  return { id: `${subject}-${from}`, subject, from, until, ends, amount, source, confirmedBy: "bpjs" };
}
