import type { PlanInputs } from "@tuwai/domain/planner";
import type { WrittenInputs } from "@tuwai/server/planning";

/** What an input is called in addresses and forms. */
export const inputNames = {
  sponsors: "pegawai",
  budget: "anggaran",
  rescued: "diselamatkan",
  grantPeople: "hibah",
  grantMonths: "bulan",
} as const satisfies Readonly<Record<keyof PlanInputs, string>>;

export const inputFields = Object.keys(inputNames) as readonly (keyof PlanInputs)[];

/** As they stand in an address or a form; undefined where none of them does. */
export function readInputs(get: (name: string) => string | null): WrittenInputs | undefined {
  if (inputFields.every((field) => get(inputNames[field]) === null)) return undefined;
  const read = (field: keyof PlanInputs) => (get(inputNames[field]) ?? "").slice(0, 40);
  return {
    sponsors: read("sponsors"),
    budget: read("budget"),
    rescued: read("rescued"),
    grantPeople: read("grantPeople"),
    grantMonths: read("grantMonths"),
  };
}

/** "?pegawai=30&anggaran=…", to plan the same once more. */
export function inputsQuery(inputs: PlanInputs): string {
  const query = new URLSearchParams();
  for (const field of inputFields) if (inputs[field] > 0) query.set(inputNames[field], String(inputs[field]));
  return `?${query.toString()}`;
}
