import { handles, unitePersons } from "#work";
import { refreshCoverFrom } from "./refresh-all-cover.ts";
import { refreshCover } from "./refresh-cover.ts";

/** The cover clock looks again at persons whose evidence changed, and every night at everybody. */
export const coverWork = {
  ...handles("cover.refresh", { work: refreshCover, unite: unitePersons }),
  ...handles("cover.refresh-all", { work: refreshCoverFrom }),
};
