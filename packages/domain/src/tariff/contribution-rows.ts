import {
  bpuDeathCover,
  bpuIncomeBrackets,
  bpuReliefs,
  minimumBases,
  payByDays,
  type RateRow,
  villageOfficerShares,
} from "#contributions";
import { firstDay, lastDay } from "#time";
import type { LawAmount, LawRow, LawSubject } from "./law-row.ts";

/** Every row a contribution is reckoned from: amounts, base, relief and the day to pay by. */
export function contributionRows(): LawRow[] {
  return [
    ...brackets("jkk"),
    ...bpuDeathCover.map((row) => rowOf("bpu-jkm", row, { unit: "rupiah-a-month", value: row.value })),
    ...brackets("jht"),
    ...minimumBases.map((row) => rowOf("bpu-minimum-base", row, { unit: "rupiah", value: row.value })),
    ...bpuReliefs.map((row) => {
      const { sector, numerator, denominator } = row.value;
      return rowOf(`relief-${sector}`, row, { unit: "waived", numerator, denominator });
    }),
    ...shares("jkk"),
    ...shares("jkm"),
    ...shares("jht"),
    ...payBy("bpu"),
    ...payBy("pu-village"),
  ];
}

function brackets(programme: "jkk" | "jht"): LawRow[] {
  return bpuIncomeBrackets[programme].map((row) =>
    rowOf(`bpu-${programme}`, row, {
      unit: "brackets",
      lines: row.value.map(({ incomeFromRupiah, baseRupiah, contribution, mark }) => ({
        incomeFrom: incomeFromRupiah,
        base: baseRupiah,
        amount: contribution,
        mark,
      })),
    }),
  );
}

function shares(programme: "jkk" | "jkm" | "jht"): LawRow[] {
  return villageOfficerShares[programme].map((row) => {
    const { employerPerTenThousand: employer, officerPerTenThousand: officer } = row.value;
    return rowOf(`pu-village-${programme}`, row, { unit: "wage-share", employer, officer });
  });
}

function payBy(segment: "bpu" | "pu-village"): LawRow[] {
  return payByDays[segment].map((row) => rowOf(`pay-by-${segment}`, row, { unit: "pay-by", ...row.value }));
}

function rowOf(subject: LawSubject, row: RateRow<unknown>, amount: LawAmount): LawRow {
  return {
    id: row.id,
    subject,
    from: firstDay(row.from),
    until: lastDay(row.until),
    ends: row.ends,
    amount,
    source: row.source,
    confirmedBy: "bpjs",
  };
}
