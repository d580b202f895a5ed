import type { Item } from "./item.store.ts";

/** How long the run that goes on has taken. */
export const secondsOfRun = ({ startedAt }: Pick<Item, "startedAt">, now: Date): number =>
  startedAt === null ? 0 : Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / 1000));
