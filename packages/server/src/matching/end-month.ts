import { type CivilDate, type Month, monthOf, shiftMonth } from "@tuwai/domain/time";

/** Up to the lock day this month is still free; what is owed to BPJS already stays owed. */
export function endMonthOf(
  today: CivilDate,
  by: { readonly lockDay: number; readonly owed: Month | null },
): Month {
  const isOpen = Number(today.slice(8)) <= by.lockDay;
  const earliest = isOpen ? monthOf(today) : shiftMonth(monthOf(today), 1);
  const afterOwed = by.owed === null ? earliest : shiftMonth(by.owed, 1);
  return afterOwed > earliest ? afterOwed : earliest;
}
