/** What a planner may turn: all whole numbers from 0; `budget` in rupiah a year. */
export type PlanInputs = {
  /** Civil servants who each pay for one worker, every month. */
  readonly sponsors: number;
  readonly budget: number;
  /** Workers in arrears whose owed months are settled. */
  readonly rescued: number;
  readonly grantPeople: number;
  readonly grantMonths: number;
};

export const planInputNames = ["sponsors", "budget", "rescued", "grantPeople", "grantMonths"] as const;

export type PlanInputReason = "not-a-number" | "too-large" | "grant-without-months" | "nothing-planned";

export type ParsedPlanInputs =
  | { readonly outcome: "parsed"; readonly inputs: PlanInputs }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly { readonly field: keyof PlanInputs; readonly reason: PlanInputReason }[];
    };

const most: PlanInputs = {
  sponsors: 100_000,
  budget: 1_000_000_000_000,
  rescued: 100_000,
  grantPeople: 100_000,
  grantMonths: 24,
};

/** Reads what somebody wrote; dots of thousands and "Rp" are taken, an empty field is 0. All reasons at once. */
export function parsePlanInputs(written: Readonly<Record<keyof PlanInputs, string>>): ParsedPlanInputs {
  const reasons: { field: keyof PlanInputs; reason: PlanInputReason }[] = [];
  const inputs = { sponsors: 0, budget: 0, rescued: 0, grantPeople: 0, grantMonths: 0 };
  for (const field of planInputNames) {
    const text = written[field].replace(/^\s*rp\.?/i, "").replaceAll(/[\s.,_]/g, "");
    const value = text === "" ? 0 : Number(text);
    if (!/^\d*$/.test(text)) reasons.push({ field, reason: "not-a-number" });
    else if (value > most[field]) reasons.push({ field, reason: "too-large" });
    else inputs[field] = value;
  }
  if (inputs.grantPeople > 0 && inputs.grantMonths === 0)
    reasons.push({ field: "grantMonths", reason: "grant-without-months" });
  const isEmpty =
    inputs.sponsors + inputs.budget + inputs.rescued + inputs.grantPeople === 0 && reasons.length === 0;
  if (isEmpty) reasons.push({ field: "sponsors", reason: "nothing-planned" });
  return reasons.length > 0 ? { outcome: "refused", reasons } : { outcome: "parsed", inputs };
}
