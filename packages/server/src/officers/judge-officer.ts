import { wageIn } from "@tuwai/domain/contributions";
import { kindOfCode } from "@tuwai/domain/regions";
import type { Month } from "@tuwai/domain/time";
import type { OfficerRow } from "./officer.view.ts";

/** Why an officer cannot be put under their village's number now. */
export type OfficerReason = "gone" | "no-village" | "wage-missing" | "has-payer" | "enrolled";

/** All at once. A kelurahan is an office of the city: it pays nobody as a village. */
export function reasonsAgainst(officer: OfficerRow): readonly OfficerReason[] {
  return [
    ...(officer.isGone ? (["gone"] as const) : []),
    ...(kindOfCode(officer.villageCode) === "kelurahan" ? (["no-village"] as const) : []),
    ...(officer.wageRupiah === null ? (["wage-missing"] as const) : []),
    ...(officer.enrolmentId === null
      ? []
      : [officer.isPaidOtherwise ? ("has-payer" as const) : ("enrolled" as const)]),
  ];
}

/** The wage of the newest list, where it is another than that reported for this month. */
export function newWageOf(officer: OfficerRow, month: Month): number | null {
  const { wageRupiah, wages, isPaidOtherwise, enrolmentId } = officer;
  if (wageRupiah === null || enrolmentId === null || isPaidOtherwise) return null;
  return wageIn(wages, month) === wageRupiah ? null : wageRupiah;
}
