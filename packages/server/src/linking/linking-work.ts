import { handles } from "#work";
import { linkBatch } from "./link-batch.ts";

/** Not united: a run takes along what waits of its sort by itself. */
export const linkingWork = handles("people.link", { work: linkBatch });
