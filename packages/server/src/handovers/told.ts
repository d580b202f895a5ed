import type { HandoverField } from "@tuwai/domain/handovers";
import type { Keys } from "#keys";

/** What the receiver is told: who it is itself, and the fields as they were on the day. */
export type Told = {
  readonly receiver: string;
  readonly values: Partial<Readonly<Record<HandoverField, string>>>;
};

const placeOfTold = (rowId: string) => ({ table: "child_handovers", column: "told", rowId });

export const sealHandover = (keys: Keys, id: string, told: Told): Buffer =>
  keys.seal(JSON.stringify(told), placeOfTold(id));

export const openTold = (keys: Keys, id: string, sealed: Buffer): Told =>
  JSON.parse(keys.open(sealed, placeOfTold(id))) as Told;
