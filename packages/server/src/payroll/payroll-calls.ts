import { type Ask, callSources } from "#calls";
import type { Step } from "#use-case";
import { listShortOffices } from "./payroll-waits.view.ts";

/** Offices whose deductions have not all come, the oldest month first. */
async function shortOffices({ tx, area }: Step): Promise<readonly Ask[]> {
  const offices = await listShortOffices(tx, area);
  return offices.map(({ office, month, shortRupiah, unanswered, lockedAt }) => ({
    who: { payer: office },
    month,
    count: unanswered,
    rupiah: shortRupiah,
    on: null,
    since: lockedAt,
    isUrgent: false,
  }));
}

export const payrollCalls = [
  callSources({
    code: "office-short",
    urgency: 10,
    permission: "remittance.receive",
    find: shortOffices,
  }),
];
