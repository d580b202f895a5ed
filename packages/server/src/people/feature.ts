import type { Feature } from "#app";
import { importKinds } from "#intake";
import { registryApplier } from "./registry-applier.ts";
import { villageListApplier } from "./village-list-applier.ts";

const linked = { isMoney: false, needsVillage: false, topics: ["people.link"] } as const;

export const peopleFeature: Feature = {
  name: "people",
  owns: {
    "app.persons": "worker.list",
    "app.person_records": "worker.list",
    "app.source_records": "import.read_report",
  },
  gives: [
    importKinds({
      ...linked,
      kind: "village-list",
      send: "import.send.village_list",
      needsVillage: true,
      applier: villageListApplier,
    }),
    importKinds({
      ...linked,
      kind: "village-officers",
      send: "import.send.village_officers",
      applier: villageListApplier,
    }),
    importKinds({
      ...linked,
      kind: "dtsen",
      send: "import.send.dtsen",
      applier: registryApplier("dtsen"),
    }),
    importKinds({
      ...linked,
      kind: "bpjs-members",
      send: "import.send.bpjs_members",
      applier: registryApplier("bpjs-members"),
    }),
    importKinds({
      ...linked,
      kind: "civil-servants",
      send: "import.send.civil_servants",
      applier: registryApplier("civil-servants"),
    }),
  ],
};
