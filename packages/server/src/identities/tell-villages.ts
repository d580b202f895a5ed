import { notify } from "#notifications";
import type { Step } from "#use-case";
import type { EntryRow } from "./identity.view.ts";

type Side = Pick<EntryRow, "code" | "villageCode">;

/** Two entries of two villages became one, or two again: neither village decided that, so both are told. */
export async function tellVillages(
  step: Step,
  kind: "person-merged" | "person-merge-undone",
  { kept, other }: { readonly kept: Side; readonly other: Side },
): Promise<void> {
  if (kept.villageCode === other.villageCode) return;
  const payload = { personCode: kept.code, otherCode: other.code, villageCode: kept.villageCode };
  const villages = [kept.villageCode, other.villageCode];
  await notify(
    step,
    villages.map((scope) => ({ role: "OPR", scope, kind, payload }) as const),
  );
}
