import type { AskedFamily } from "@tuwai/server/aftercare";

/** A family of a sample with the name of its village and the ids of its forms. */
export type ShownFamily = AskedFamily & {
  readonly village: string;
  readonly operations: { readonly answer: string; readonly look: string };
};
