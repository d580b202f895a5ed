import type { Step } from "#use-case";

/** Links, cover and judgement follow who is who from now on. */
export async function lookAgain(
  step: Step,
  { living, all }: { readonly living: readonly string[]; readonly all: readonly string[] },
): Promise<void> {
  await step.follow("people.link", { personIds: living, relink: true, compare: true });
  await step.follow("cover.refresh", { personIds: all });
  await step.follow("eligibility.judge", { personIds: all });
}
