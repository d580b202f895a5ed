import { z } from "zod";
import { parseRegionCode } from "#regions";
import { parseCivilDate, type CivilDate } from "#time";

const civilDate = z.custom<CivilDate>(
  (value) => typeof value === "string" && parseCivilDate(value) !== undefined,
  "not a date YYYY-MM-DD",
);
const regionCode = z.string().refine((text) => parseRegionCode(text) === text, "not a dotted region code");
const points = z.int().min(0).max(100);

/**
 * The rules of one programme as data. What is true in one city is false in the next (Pekalongan excludes PKH and BPNT
 * families, Pariaman must not), so nothing of this stands in code.
 */
const policySchema = z.strictObject({
  programme: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** Rises by one with every change; a judgement names the version it used. */
  version: z.int().min(1),
  validFrom: civilDate,
  validUntil: civilDate.nullable(),
  /** Codes of texts that tell what the programme is for and on what legal basis data are used. */
  purpose: z.strictObject({ text: z.string().min(1), legalBasis: z.string().min(1) }),
  /** Completed years on the day of registration where the city is stricter than BPJS; null takes whom BPJS takes. */
  age: z
    .strictObject({ from: z.int().min(0), below: z.int().max(120) })
    .refine(({ from, below }) => from < below, "no age fits")
    .nullable(),
  /** Region a worker must live in; null takes residents of anywhere. */
  residence: regionCode.nullable(),
  excludes: z.strictObject({
    civilServants: z.boolean(),
    formallyEmployed: z.boolean(),
    coveredByAnotherPayer: z.boolean(),
    bansosRecipients: z.boolean(),
  }),
  /** Highest welfare decile that fits; null asks for none. */
  decileLimit: z.int().min(1).max(10).nullable(),
  /** Groups of work that fit; null takes every kind of work. */
  workGroups: z.array(z.string().min(1)).min(1).nullable(),
  onePerFamilyCard: z.boolean(),
  requiresConsent: z.boolean(),
  requiresNik: z.boolean(),
  /** Points that decide who comes first. Decile points are given in full to decile 1 and fade to none above the fifth. */
  priority: z.strictObject({
    hazardousWork: points,
    aboutToLapse: points,
    welfare: points,
    perDependant: points,
    countedDependants: z.int().min(0).max(10),
  }),
});

export type EligibilityPolicy = z.infer<typeof policySchema>;

export type PolicyReading =
  | { readonly ok: true; readonly policy: EligibilityPolicy }
  | { readonly ok: false; readonly problems: readonly { readonly path: string; readonly message: string }[] };

/** Parses a policy from JSON; unknown keys are problems too, so that a misspelt rule is never silently without effect. */
export function readPolicy(json: unknown): PolicyReading {
  const result = policySchema.safeParse(json);
  if (result.success) return { ok: true, policy: result.data };
  return {
    ok: false,
    problems: result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  };
}

/** The version of a programme's policy that holds on a day. Throws RangeError when none or more than one does. */
export function policyOn(
  policies: readonly EligibilityPolicy[],
  programme: string,
  on: CivilDate,
): EligibilityPolicy {
  const holding = policies.filter(
    (policy) =>
      policy.programme === programme &&
      policy.validFrom <= on &&
      (policy.validUntil === null || on <= policy.validUntil),
  );
  const [policy] = holding;
  if (policy === undefined || holding.length > 1)
    throw new RangeError(`${holding.length} policies of ${programme} hold on ${on}`);
  return policy;
}
