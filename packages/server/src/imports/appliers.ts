import type { ImportKind } from "@tuwai/domain/imports";
import { registryApplier, villageListApplier } from "#people";
import type { Applier } from "./applier.ts";

/** Which feature turns which kind of file into facts. */
export const appliers = {
  "village-list": villageListApplier,
  "village-officers": villageListApplier,
  dtsen: registryApplier("dtsen"),
  "bpjs-members": registryApplier("bpjs-members"),
  "civil-servants": registryApplier("civil-servants"),
} as Readonly<Record<ImportKind, Applier>>;
