import { type TargetingSide } from "@tuwai/domain/targeting";
import { readPage } from "#ui";

export type ListQuery = { readonly side: TargetingSide; readonly decided: boolean; readonly page: number };

/** `?daftar=lebih-mampu&putusan=sudah&hal=2`; without words, who was left out and waits for a decision. */
export function readListQuery(params: URLSearchParams): ListQuery {
  return {
    side: params.get("daftar") === "lebih-mampu" ? "better-off" : "left-out",
    decided: params.get("putusan") === "sudah",
    page: readPage(params),
  };
}

export const wordOfSide = (side: TargetingSide): string | null =>
  side === "better-off" ? "lebih-mampu" : null;
