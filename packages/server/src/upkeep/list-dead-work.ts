import { type PageOf, pageOf, read } from "#use-case";
import { countGivenUp, type GivenUp, listGivenUp } from "#work";

export type DeadWork = GivenUp;

const size = 20;

/** Background work that failed too often and waits for somebody to look at it, newest first. */
export const listDeadWork = read(
  { purpose: "work.list-dead", permission: "system.operate" },
  (
    { tx, actor: { regionCode } },
    { page }: { readonly page?: number | undefined },
  ): Promise<PageOf<DeadWork>> =>
    pageOf(
      { page, size },
      () => countGivenUp(tx, regionCode),
      (part) => listGivenUp(tx, regionCode, part),
    ),
);
