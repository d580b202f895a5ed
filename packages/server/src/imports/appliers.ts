import type { ImportKind } from "@tuwai/domain/imports";
import { receiptsApplier } from "#contributions";
import type { Applier } from "#intake";
import { resultsApplier } from "#packets";
import { registryApplier, villageListApplier } from "#people";

/** Which feature turns which kind of file into facts. */
export const appliers: Readonly<Record<ImportKind, Applier>> = {
  "village-list": villageListApplier,
  "village-officers": villageListApplier,
  dtsen: registryApplier("dtsen"),
  "bpjs-members": registryApplier("bpjs-members"),
  "civil-servants": registryApplier("civil-servants"),
  "enrolment-result": resultsApplier,
  "bpjs-receipts": receiptsApplier,
};
