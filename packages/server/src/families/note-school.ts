import { isClass, scholarshipCalendar, scholarshipStates, schoolLevels } from "@tuwai/domain/families";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { change, type Operation, refuse, type Refused } from "#use-case";
import { auditChild, requireChild } from "./change-family.ts";
import { insertLetter, updateChild } from "./child.store.ts";
import { bringsScholarship, rightsFor } from "./scholarship-right.ts";
import { scholarOf } from "./show-child.ts";

export type SchoolReason =
  | "without-date"
  | "in-future"
  | "no-such-class"
  | "no-such-year"
  | "before-birth"
  | "not-a-year-of-the-calendar"
  | "letter-was-noted"
  | "without-ending";

/**
 * The class in which a child is on a day, or that it is not in school (an empty level), and whether BPJS granted the scholarship. Throws
 * `not-found`, `invalid-input`.
 */
export const noteSchool = change(
  { name: "family.note-school", permission: "orphan.write" },
  async (
    step,
    input: Operation & {
      readonly childCode: string;
      readonly level: string;
      readonly yearOfLevel: string;
      readonly on: string;
      readonly scholarship: string;
    },
  ): Promise<{ readonly outcome: "noted" } | Refused<SchoolReason>> => {
    const { child } = await requireChild(step, input.childCode, "hold");
    const scholarship = scholarshipStates.find((known) => known === input.scholarship);
    if (scholarship === undefined) throw new AppError("invalid-input", { field: "scholarship" });
    const row = child.child.row;
    if (input.level === "") {
      const none = { schoolLevel: null, schoolYearOfLevel: null, schoolOn: null };
      await updateChild(step.tx, row, { ...none, scholarship });
      await auditChild(step, child, { state: scholarship });
      return { outcome: "noted" };
    }
    const level = schoolLevels.find((known) => known === input.level);
    const yearOfLevel = Number(input.yearOfLevel);
    const on = parseCivilDate(input.on);
    if (level === undefined || !isClass(level, yearOfLevel))
      return refuse<SchoolReason>(step, "no-such-class");
    if (on === undefined) return refuse<SchoolReason>(step, "without-date");
    if (on > step.today) return refuse<SchoolReason>(step, "in-future");
    if (on < child.birthDate) return refuse<SchoolReason>(step, "before-birth");
    const school = { schoolLevel: level, schoolYearOfLevel: yearOfLevel, schoolOn: on };
    await updateChild(step.tx, row, { ...school, scholarship });
    await auditChild(step, child, { kind: level, on, state: scholarship });
    return { outcome: "noted" };
  },
);

/** The school's letter of a year came. Throws `not-found`. */
export const noteLetter = change(
  { name: "family.note-letter", permission: "orphan.write" },
  async (
    step,
    input: Operation & { readonly childCode: string; readonly schoolYear: string; readonly on: string },
  ): Promise<{ readonly outcome: "noted" } | Refused<SchoolReason>> => {
    const { family, child } = await requireChild(step, input.childCode, "hold");
    const receivedOn = parseCivilDate(input.on);
    if (receivedOn === undefined) return refuse<SchoolReason>(step, "without-date");
    if (receivedOn > step.today) return refuse<SchoolReason>(step, "in-future");
    const year = /^20\d\d$/.test(input.schoolYear) ? Number(input.schoolYear) : undefined;
    if (year === undefined) return refuse<SchoolReason>(step, "no-such-year");
    const { lostOn, villageCode } = family.row;
    const [calendar] =
      lostOn === null
        ? []
        : scholarshipCalendar([scholarOf(child)], {
            on: lostOn,
            today: step.today,
            isDue: bringsScholarship(await rightsFor(step.app, [family]), family),
          });
    if (calendar?.years.every((each) => each.year !== year) ?? true)
      return refuse<SchoolReason>(step, "not-a-year-of-the-calendar");
    if (!(await insertLetter(step, { childId: child.id, villageCode, year, receivedOn })))
      return refuse<SchoolReason>(step, "letter-was-noted");
    await auditChild(step, child, { year, on: receivedOn });
    return { outcome: "noted" };
  },
);

/**
 * A child married or works from a day on, which ends the scholarship; `none` takes that back. Throws `not-found`, `invalid-input`.
 */
export const endScholarship = change(
  { name: "family.end-scholarship", permission: "orphan.write" },
  async (
    step,
    input: Operation & { readonly childCode: string; readonly kind: string; readonly on: string },
  ): Promise<{ readonly outcome: "noted" } | Refused<SchoolReason>> => {
    const { child } = await requireChild(step, input.childCode, "hold");
    const row = child.child.row;
    if (input.kind === "none") {
      await updateChild(step.tx, row, { endedKind: null, endedOn: null });
      await auditChild(step, child, { reason: null });
      return { outcome: "noted" };
    }
    const endedKind = (["married", "working"] as const).find((known) => known === input.kind);
    if (endedKind === undefined) return refuse<SchoolReason>(step, "without-ending");
    const endedOn = parseCivilDate(input.on);
    if (endedOn === undefined) return refuse<SchoolReason>(step, "without-date");
    if (endedOn > step.today) return refuse<SchoolReason>(step, "in-future");
    if (endedOn < child.birthDate) return refuse<SchoolReason>(step, "before-birth");
    await updateChild(step.tx, row, { endedKind, endedOn });
    await auditChild(step, child, { reason: endedKind, on: endedOn });
    return { outcome: "noted" };
  },
);
