import { parseCoverInput } from "#cover";
import { parseCivilDate } from "#time";
import { z } from "zod";
import type { BenefitFacts } from "./explain-benefit.ts";
import type { FamilyMember } from "./heirs.ts";

/** Where an input is wrong and what was expected there; never the value, which may be about a person. */
export type FactsProblem = { path: string; expected: string };
export type ParsedFacts<Facts> =
  | { outcome: "parsed"; facts: Facts }
  | { outcome: "refused"; problems: FactsProblem[] };

const civilDate = z.string().transform((text, context) => {
  const date = parseCivilDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: "custom", message: "YYYY-MM-DD" });
  return z.NEVER;
});
const rupiah = z.int().nonnegative().max(1_000_000_000_000);
const yesNo = z.boolean().optional();

const child = z.object({
  birthDate: civilDate,
  level: z.enum(["tk", "sd", "smp", "sma", "s1"]).nullable(),
  yearOfLevel: z.int().min(1).max(8).optional(),
  married: yesNo,
  working: yesNo,
});

const benefitFacts = z.object({
  segment: z.enum(["bpu", "pu-village"]),
  base: rupiah
    .positive()
    .nullish()
    .transform((value) => value ?? undefined),
  kind: z.enum(["natural-death", "work-accident-death", "work-accident"]),
  cover: z.record(z.string(), z.unknown()),
  on: civilDate,
  completeOn: civilDate.optional(),
  monthsUnable: z.int().nonnegative().max(600).default(0),
  disability: z
    .object({
      kind: z.enum(["total", "partial", "function"]),
      percent: z.number().min(0).max(100).optional(),
    })
    .nullish()
    .transform((value) => value ?? undefined),
  transport: z
    .object({ land: rupiah.default(0), sea: rupiah.default(0), air: rupiah.default(0) })
    .default({ land: 0, sea: 0, air: 0 }),
  children: z.array(child).max(30).default([]),
});

const family = z.object({
  members: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        relation: z.enum([
          "spouse",
          "child",
          "parent",
          "grandparent",
          "grandchild",
          "sibling",
          "parent-in-law",
          "will",
          "burier",
        ]),
        alive: z.boolean(),
      }),
    )
    .max(200),
});

/** Reads the facts of `tuwai benefit explain`; its cover is the input of `tuwai cover explain`. */
export function parseBenefitFacts(data: unknown): ParsedFacts<BenefitFacts> {
  const read = benefitFacts.safeParse(data);
  if (!read.success) return refused(read.error);
  const { segment } = read.data;
  const cover = parseCoverInput({ segment, ...read.data.cover });
  if (cover.outcome === "parsed") return { outcome: "parsed", facts: { ...read.data, cover: cover.input } };
  const problems = cover.problems.map(({ path, expected }) => ({ path: `cover.${path}`, expected }));
  return { outcome: "refused", problems };
}

/** Reads the family of `tuwai heirs explain`. */
export function parseFamily(data: unknown): ParsedFacts<readonly FamilyMember[]> {
  const read = family.safeParse(data);
  return read.success ? { outcome: "parsed", facts: read.data.members } : refused(read.error);
}

function refused(error: z.ZodError): { outcome: "refused"; problems: FactsProblem[] } {
  const problems = error.issues.map(({ path, message }) => ({ path: path.join("."), expected: message }));
  return { outcome: "refused", problems };
}
