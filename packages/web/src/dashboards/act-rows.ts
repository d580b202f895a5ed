import { may, type Permission } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import { type WaitName, waitNames } from "@tuwai/server/dashboards";
import { dashboardTexts } from "#language/dashboards.ts";
import { formatShortDate } from "#language/format.ts";
import { localPath } from "#language/language.ts";
import { type Charted, sayings } from "./chart-words.ts";

export type ActRow = {
  readonly name: WaitName;
  readonly text: string;
  /** Who acts, and since when the oldest waits. */
  readonly note: string;
  readonly href: string | null;
};

const mostRows = 7;

/** Where each is done, for whoever may open it. */
const doors: Readonly<Record<WaitName, { readonly path: string; readonly needs: Permission }>> = {
  rescue: { path: "/kepesertaan/tunggakan", needs: "arrears.read" },
  incident: { path: "/kejadian", needs: "incident_report.list" },
  claim: { path: "/klaim", needs: "claim.list" },
  "first-payment": { path: "/kepesertaan/perlindungan", needs: "worker.list" },
  import: { path: "/impor", needs: "import.read_report" },
  budget: { path: "/anggaran/komitmen", needs: "village_commitment.read" },
  list: { path: "/impor", needs: "import.read_report" },
  disputed: { path: "/padan", needs: "link_review.read" },
};

/** Of places, not of people: told whatever their number. */
const ofPlaces: ReadonlySet<WaitName> = new Set(["budget", "list", "import"]);

/** C8: what waits longer than it should, most urgent first, each with who acts. */
export function actRows(charted: Charted, actor: Actor): readonly ActRow[] {
  const { dashboard, language } = charted;
  const t = dashboardTexts[language];
  const { number, told } = sayings(charted);
  return waitNames
    .flatMap((name) => {
      const wait = dashboard.waits[name];
      if (wait === undefined) return [];
      const { text, who } = t.waits[name];
      const count = ofPlaces.has(name) ? number(wait.count) : told(wait.count);
      const since = wait.since === null ? [] : [t.since(formatShortDate(language, wait.since))];
      const { path, needs } = doors[name];
      return [
        {
          name,
          text: text(count),
          note: [who, ...since].join(" · "),
          href: may(actor, needs) ? localPath(language, path) : null,
        },
      ];
    })
    .slice(0, mostRows);
}
