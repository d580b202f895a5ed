import { AppError } from "#app";
import { change, type Operation, read } from "#use-case";
import { isKnownOffice } from "./known-office.view.ts";
import {
  defaultPayrollColumns,
  type PayrollColumn,
  payrollFields,
  requiredPayrollFields,
} from "./payroll-columns.ts";
import { insertTemplate, listTemplates, type PayrollTemplate } from "./template.store.ts";

export type ColumnsRefusal = {
  readonly reason: "field-missing" | "field-unknown" | "header-twice" | "header-unusable";
  readonly names: readonly string[];
};

export type ColumnsOutcome =
  | { readonly outcome: "changed"; readonly number: number }
  | { readonly outcome: "refused"; readonly reasons: readonly ColumnsRefusal[] };

export type SetColumns = Operation & {
  readonly office: string;
  /** The number of the template that was edited, 0 for the first; throws `stale` when there is a newer one. */
  readonly fromNumber: number;
  readonly columns: readonly PayrollColumn[];
};

/** Keeps an office's own columns: their names and their order. Files given out before are still read. */
export const setPayrollColumns = change(
  { name: "payroll.columns", permission: "deduction_batch.columns" },
  async (step, { office, fromNumber, columns: asked }: SetColumns): Promise<ColumnsOutcome> => {
    const { regionCode, userId: by } = step.actor;
    step.within({ regionCode, opd: office });
    if (!(await isKnownOffice(step.tx, step.area, office)))
      throw new AppError("not-found", { object: "office" });
    const reasons = reasonsAgainst(asked);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const latest = (await listTemplates(step.tx, office))[0]?.number ?? 0;
    if (latest !== fromNumber) throw new AppError("stale", { number: latest });
    const number = fromNumber + 1;
    const columns = asked.map(({ field, header }) => ({ field, header: header.trim() }));
    if (!(await insertTemplate(step.tx, { regionCode, office, number, columns, by, at: step.now })))
      throw new AppError("stale", { number });
    await step.audit({
      objectType: "payroll-columns",
      objectId: office,
      details: { number, columns: columns.length },
    });
    return { outcome: "changed", number };
  },
);

function reasonsAgainst(columns: readonly PayrollColumn[]): readonly ColumnsRefusal[] {
  const fields = columns.map(({ field }) => field);
  const headers = columns.map(({ header }) => header.trim().toLowerCase());
  const found: Record<ColumnsRefusal["reason"], readonly string[]> = {
    "field-missing": requiredPayrollFields.filter((field) => !fields.includes(field)),
    "field-unknown": fields.filter((field) => !Object.hasOwn(payrollFields, field)),
    "header-twice": headers.filter((header, index) => header !== "" && headers.indexOf(header) !== index),
    "header-unusable": columns
      .filter(({ header }) => header.trim() === "" || header.trim().length > 60)
      .map(({ field }) => field),
  };
  return (Object.keys(found) as ColumnsRefusal["reason"][])
    .filter((reason) => found[reason].length > 0)
    .map((reason) => ({ reason, names: found[reason] }));
}

/** The columns in force for an office; number 0: those that every office starts with. */
export const getPayrollColumns = read(
  { purpose: "payroll-columns", permission: "deduction_batch.columns" },
  async (step, { office }: { readonly office: string }): Promise<PayrollTemplate> => {
    step.within({ regionCode: step.actor.regionCode, opd: office });
    const [template] = await listTemplates(step.tx, office);
    return template ?? { number: 0, columns: defaultPayrollColumns };
  },
);
