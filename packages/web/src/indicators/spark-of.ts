import type { Indicator } from "@tuwai/server/indicators";
import type { Language } from "#language/language.ts";
import { exactPercent, whenInWords } from "./in-words.ts";
import type { SparkPoint } from "./spark.tsx";

/** The values that have a percentage, placed in time. */
export function sparkOf(indicator: Pick<Indicator, "values">, language: Language): readonly SparkPoint[] {
  return indicator.values.flatMap(({ id, asOf, percent }) =>
    percent === null
      ? []
      : [
          {
            key: id,
            at: yearsOf(asOf),
            percent,
            label: `${whenInWords(language, asOf)}: ${exactPercent(language, percent)}`,
          },
        ],
  );
}

/** A year or month alone stands in its middle. */
function yearsOf(asOf: string): number {
  const [year, month, day] = asOf.split("-").map(Number);
  if (month === undefined) return year! - 2000 + 0.5;
  return year! - 2000 + (month - 1) / 12 + ((day ?? 15) - 1) / 372;
}
