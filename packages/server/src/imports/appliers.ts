import type { ImportKind } from "@tuwai/domain/imports";
import { receiptsApplier } from "#contributions";
import { resultsApplier } from "#enrolment";
import { registryApplier, villageListApplier } from "#people";
import type { Applier } from "./applier.ts";

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
