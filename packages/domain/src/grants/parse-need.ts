import { z } from "zod";
import type { NeedFacts } from "./explain-need.ts";

export type ParsedNeed =
  | { outcome: "parsed"; facts: NeedFacts }
  | { outcome: "refused"; problems: { path: string; expected: string }[] };

const needFacts = z.object({
  village: z.object({ kind: z.enum(["desa", "kelurahan"]) }),
  year: z.int().min(2015).max(2100),
  months: z.int().min(1).max(12),
  groups: z
    .array(
      z.object({
        group: z.enum([
          "kades",
          "perangkat",
          "bpd",
          "kader",
          "rt-rw",
          "religious",
          "adat",
          "vulnerable",
          "pktd",
        ]),
        heads: z.int().nonnegative().max(1_000_000),
        wage: z
          .int()
          .nonnegative()
          .max(1_000_000_000)
          .nullish()
          .transform((value) => value ?? null),
        segment: z.enum(["bpu", "pu-village"]),
        payer: z.enum(["private", "pooled-asn", "apbn-apbd", "apbdes"]),
        sector: z.enum(["transport", "other"]).optional(),
        programmes: z
          .array(z.enum(["jkk", "jkm", "jht", "jp"]))
          .min(1)
          .refine((all) => all.some((programme) => programme !== "jp"), "jkk, jkm, jht beside jp")
          .optional(),
      }),
    )
    .max(1_000),
});

/** Reads the facts of `tuwai need explain`: every problem at once, with its place and without the value. */
export function parseNeedFacts(data: unknown): ParsedNeed {
  const read = needFacts.safeParse(data);
  if (read.success) return { outcome: "parsed", facts: read.data };
  const problems = read.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    expected: message,
  }));
  return { outcome: "refused", problems };
}
