import type { SaidOccupation } from "@tuwai/domain/occupations";
import type { Tx } from "#database";
import { meaningReader } from "#meanings";

/** What the city said that words for work mean. */
export async function occupationMeaning(tx: Tx): Promise<SaidOccupation> {
  const meaningOf = await meaningReader(tx);
  return (text) => meaningOf("occupation", text);
}
