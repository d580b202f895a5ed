import type { Feature } from "#app";
import { importKinds } from "#intake";
import { handles, schedule, schedules, workHandlers } from "#work";
import { registryApplier } from "./registry-applier.ts";
import { rereadWork } from "./reread-work.ts";
import { villageListApplier } from "./village-list-applier.ts";

const linked = { isMoney: false, needsVillage: false, topics: ["people.link"] } as const;

export const peopleFeature: Feature = {
  name: "people",
  owns: {
    "app.persons": "worker.list",
    "app.person_records": "worker.list",
    "app.person_rows": "worker.list",
    "app.source_records": "import.read_report",
    "app.servant_listings": "import.read_report",
    "app.office_listings": "import.read_report",
    "app.register_listings": "import.send.dtsen",
  },
  gives: [
    workHandlers(handles("people.reread-work", { work: rereadWork, unite: () => ({}) })),
    // Before the night's judgements: a new version of the program knows more words.
    schedules(schedule({ name: "work-words", at: "00.05", topic: "people.reread-work", payload: {} })),
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
