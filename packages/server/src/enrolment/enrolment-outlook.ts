import { waitSources } from "#tasks";
import { findSent } from "./ready-enrolment.store.ts";

/** Villages and kecamatan see no packet; they wait for its people. */
export const enrolmentOutlook = waitSources({
  code: "people-at-bpjs",
  permission: "enrolment.desk.read",
  find: async ({ tx, area }) =>
    area.villageCode === null && area.kecamatanCode === null ? { count: 0, since: null } : findSent(tx, area),
});
