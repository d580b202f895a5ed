import { defaultRegistrationSettings } from "@tuwai/domain/contributions";
import { civilDate, month } from "@tuwai/domain/time";
import { expect, test } from "vitest";
import type { EnrolmentSettings } from "#contributions";
import type { ReadyLine } from "#enrolment";
import { checkLine } from "./check-line.ts";

const by = { nik: "1377920105600001", month: month("2026-12"), today: civilDate("2026-11-30") };
// Of all settings the check asks for the ages alone.
const settings = defaultRegistrationSettings as unknown as EnrolmentSettings;
const line = (over: Partial<ReadyLine>) =>
  ({
    isGone: null,
    isPledgeActive: null,
    fromMonth: month("2026-12"),
    nikStatus: "sintetis",
    fullName: "Rosmaniar",
    sex: "P",
    segment: "bpu",
    ...over,
  }) as ReadyLine;

test("the ages of BPJS's registration hold for who works without a wage, and for no officer, whom the village registers", () => {
  for (const [birthDate, reason] of [
    [civilDate("1950-05-01"), "too-old"],
    [civilDate("2012-05-01"), "too-young"],
  ] as const) {
    expect(checkLine(line({ birthDate }), by, settings)).toEqual([reason]);
    expect(checkLine(line({ birthDate, segment: "pu-village" }), by, settings)).toEqual([]);
  }
});
