import type { ImportKind } from "@tuwai/domain/intake";
import { addDays, jakartaDate } from "@tuwai/domain/time";
import type { Permission } from "#access";
import { deadlineSources, firstStepSources, waitSources } from "#tasks";
import { undoDays } from "./import-batch.ts";
import { findLastApplied, findOwnAtLinking, findOwnAtSecondPerson, hasFileOf } from "./own-file.store.ts";

const permission = "import.send";

/** Whoever may send the kind and has none of it yet begins with it. */
const firstFile = (code: string, kind: ImportKind, may: Permission, urgency: number) =>
  firstStepSources({
    code,
    permission: may,
    urgency,
    isDue: async ({ tx, actor, area }) => {
      const isVillageFile = kind === "village-list";
      if (isVillageFile !== (area.villageCode !== null)) return false;
      return !(await hasFileOf(tx, { ...actor, villageCode: area.villageCode, kind }));
    },
  });

export const importOutlook = [
  waitSources({
    code: "file-at-second-person",
    permission,
    find: ({ tx, actor }) => findOwnAtSecondPerson(tx, actor),
  }),
  waitSources({ code: "file-at-linking", permission, find: ({ tx, actor }) => findOwnAtLinking(tx, actor) }),
  deadlineSources({
    code: "undo-import",
    permission: "import.undo",
    find: async ({ tx, actor, today }) => {
      const applied = await findLastApplied(tx, actor);
      const on = applied === null ? null : addDays(jakartaDate(applied.getTime()), undoDays);
      return { count: on === null || on < today ? 0 : 1, on };
    },
  }),
  firstFile("send-first-list", "village-list", "import.send.village_list", 10),
  firstFile("load-civil-servants", "civil-servants", "import.send.civil_servants", 20),
  firstFile("load-dtsen", "dtsen", "import.send.dtsen", 30),
  firstFile("load-members", "bpjs-members", "import.send.bpjs_members", 40),
];
