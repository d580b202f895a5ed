import { monthsBetween, parseCivilDate, parseMonth, type Month } from "#time";
import { z } from "zod";
import type { CoverEvent, CoverInput } from "./cover-event.ts";

/** What is wrong with an input: where ("events.2.on"), which kind of wrong, and what was expected there. */
export type CoverInputProblem = {
  path: string;
  code: "unknown-event-type" | "not-a-date" | "not-a-month" | "invalid";
  expected: string;
};

export type ParsedCoverInput =
  | { outcome: "parsed"; input: CoverInput }
  | { outcome: "refused"; problems: CoverInputProblem[] };

/** Reads the JSON of `tuwai cover explain`. All problems are told at once; fields it does not know are left out. */
export function parseCoverInput(data: unknown): ParsedCoverInput {
  const result = coverInput.safeParse(data);
  if (result.success) return { outcome: "parsed", input: result.data };
  return { outcome: "refused", problems: result.error.issues.map(problemOf) };
}

const civilDate = z.string().transform((text, context) => {
  const date = parseCivilDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: "custom", message: "not-a-date" });
  return z.NEVER;
});

const month = z.string().transform((text, context) => {
  const parsed = parseMonth(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "not-a-month" });
  return z.NEVER;
});

/** Words BPJS lists and offices use, on the two that matter here. */
const listedStatus = z.preprocess(
  (status) => {
    if (typeof status !== "string") return status;
    const word = status.trim().toLowerCase();
    if (word === "aktif") return "active";
    return ["nonaktif", "non-aktif", "tidak aktif", "berakhir", "keluar"].includes(word) ? "inactive" : word;
  },
  z.enum(["active", "inactive"]),
);

const recordedAt = z.iso.datetime().optional();
const text = z
  .string()
  .min(1)
  .nullish()
  .transform((value) => value ?? undefined);
const on = civilDate;
const until = month.optional();
const wage = z.int().positive().max(1_000_000_000);
const rupiah = z.int().nonnegative().max(1_000_000_000_000).optional();

/** BPJS sells at most a year ahead; ten years leave room for whatever was written down. */
const longestSpan = 120;

function isSpan({ month: from, until: to }: { month: Month; until?: Month | undefined }): boolean {
  return to === undefined || (to >= from && monthsBetween(from, to) < longestSpan);
}

const segment = z.enum(["bpu", "pu-village"]);

const coverEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("registered"),
    on,
    wadah: text,
    payer: text,
    programmes: z.array(z.enum(["jkk", "jkm", "jht"])).optional(),
    baseRupiah: wage.optional(),
    sector: z.enum(["transport", "other"]).optional(),
    segment: segment.optional(),
    recordedAt,
  }),
  z.object({ type: z.literal("accepted"), on, recordedAt }),
  z.object({ type: z.literal("wage"), on, baseRupiah: wage, recordedAt }),
  z.object({ type: z.literal("rejected"), on, reason: text, recordedAt }),
  z
    .object({ type: z.literal("paid"), month, until, on, payer: text, amount: rupiah, recordedAt })
    .refine(isSpan, { path: ["until"], error: "not-a-span" }),
  z
    .object({ type: z.literal("reversed"), month, until, on, payer: text, recordedAt })
    .refine(isSpan, { path: ["until"], error: "not-a-span" }),
  z.object({ type: z.literal("listed"), status: listedStatus, asOf: civilDate, recordedAt }),
  z.object({ type: z.enum(["accident", "moved", "formal-job", "left"]), on, recordedAt }),
  z.object({ type: z.literal("died"), on, cause: text, accidentOn: civilDate.optional(), recordedAt }),
]) satisfies z.ZodType<CoverEvent>;

const coverInput = z.object({
  segment,
  person: z
    .object({ birthDate: civilDate.nullish().transform((value) => value ?? undefined) })
    .default({ birthDate: undefined }),
  events: z.array(coverEvent).max(10_000),
}) satisfies z.ZodType<CoverInput>;

function problemOf(issue: z.core.$ZodIssue): CoverInputProblem {
  const path = issue.path.join(".");
  if (issue.code === "invalid_union") {
    return { path, code: "unknown-event-type", expected: eventTypes.join(", ") };
  }
  if (issue.message === "not-a-date") return { path, code: "not-a-date", expected: "YYYY-MM-DD" };
  if (issue.message === "not-a-span") return { path, code: "invalid", expected: "YYYY-MM, not before month" };
  if (issue.message === "not-a-month") return { path, code: "not-a-month", expected: "YYYY-MM" };
  return { path, code: "invalid", expected: issue.message };
}

const eventTypes = [
  "registered",
  "accepted",
  "wage",
  "rejected",
  "paid",
  "reversed",
  "listed",
  "accident",
  "died",
  "moved",
  "formal-job",
  "left",
] as const satisfies readonly CoverEvent["type"][];
