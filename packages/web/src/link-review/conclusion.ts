import type { LinkQuestion } from "@tuwai/server/link-review";

export type Conclusion = LinkQuestion["machine"]["conclusion"];

/** How sure the machine is, for lists that carry a probability only; the same limits as on a question's own page. */
export function conclusionOf(probability: number): Conclusion {
  if (probability >= 0.95) return "very-likely";
  if (probability >= 0.7) return "likely";
  return probability >= 0.3 ? "uncertain" : "unlikely";
}
