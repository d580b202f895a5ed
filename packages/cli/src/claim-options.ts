import type { CivilDate } from "@tuwai/domain/time";
import type { AccidentFacts } from "@tuwai/server/claims";
import { InvalidArgumentError } from "commander";
import { amountsOption } from "./options.ts";

export type StepOptions = {
  readonly on?: CivilDate;
  readonly time?: string;
  readonly reason?: string;
  readonly part?: string;
  readonly amount?: Readonly<Record<string, number>>;
  readonly payment?: string;
  readonly note?: string;
  readonly monthsUnable?: number;
  readonly disability?: NonNullable<AccidentFacts["disability"]>;
  readonly transport?: Readonly<Partial<Record<"land" | "sea" | "air", number>>>;
};

const ways = ["land", "sea", "air"];

/** Collects what was paid for the way: `land=250000`. */
export function transportOption(text: string, previous?: StepOptions["transport"]): StepOptions["transport"] {
  const amounts = amountsOption(text, previous);
  if (Object.keys(amounts).some((way) => !ways.includes(way)))
    throw new InvalidArgumentError(`Jalan: ${ways.join(", ")}.`);
  return amounts;
}

/** Reads what the doctor says remains: `total`, or `partial` and `function` with their percent. */
export function disabilityOption(text: string): NonNullable<StepOptions["disability"]> {
  const [, kind, percent] =
    /^(?:(total)|(?:(partial|function):(\d{1,3})))$/.exec(text)?.flatMap((part) => part ?? []) ?? [];
  const isShare = percent === undefined || (Number(percent) > 0 && Number(percent) <= 100);
  if ((kind !== "total" && kind !== "partial" && kind !== "function") || !isShare)
    throw new InvalidArgumentError("Ditulis total, partial:PERSEN atau function:PERSEN.");
  return percent === undefined ? { kind } : { kind, percent: Number(percent) };
}
