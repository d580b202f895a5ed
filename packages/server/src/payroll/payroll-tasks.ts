import { monthOf } from "@tuwai/domain/time";
import type { Permission } from "#access";
import { asSystem } from "#database";
import { countedOnce, figureSources, taskSources } from "#tasks";
import { countWaits, type PayrollWaits } from "./payroll-waits.view.ts";
import { countUndrawnOffices } from "./promised.view.ts";

const waiting = countedOnce(({ tx, area, actor }) => countWaits(tx, { area, actorId: actor.userId }));

const task = (
  code: string,
  of: { readonly urgency: number; readonly permission: Permission; readonly target?: string },
  pick: (waits: PayrollWaits) => number,
) => taskSources({ code, target: "payroll", ...of, count: async (step) => pick(await waiting(step)) });

export const payrollTasks = [
  taskSources({
    code: "prepare-payroll",
    target: "payroll",
    urgency: 61,
    permission: "deduction_batch.prepare",
    count: ({ app, today }) => asSystem(app, (tx) => countUndrawnOffices(tx, { month: monthOf(today) })),
  }),
  task("propose-payroll", { urgency: 64, permission: "deduction_batch.prepare" }, ({ drafts }) => drafts),
  task("decide-payroll", { urgency: 41, permission: "deduction_batch.approve" }, ({ proposed }) => proposed),
  task(
    "answer-payroll",
    { urgency: 42, permission: "deduction_batch.confirm" },
    ({ unanswered }) => unanswered,
  ),
  task("send-remittance", { urgency: 43, permission: "deduction_batch.confirm" }, ({ unsent }) => unsent),
  task(
    "receive-remittance",
    { urgency: 44, permission: "remittance.receive" },
    ({ unreceived }) => unreceived,
  ),
  task("decide-endings", { urgency: 46, permission: "reconciliation.decide" }, ({ endings }) => endings),
  task("reconcile-payroll", { urgency: 63, permission: "reconciliation.decide" }, ({ open }) => open),
  figureSources({
    code: "payroll-short",
    permission: "deduction_batch.confirm",
    count: async (step) => (await waiting(step)).shortRupiah,
  }),
];
