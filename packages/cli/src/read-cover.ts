import type { CoverState } from "@tuwai/domain/cover";
import type { Actor, App } from "@tuwai/server/app";
import { explainPersonCover, type ListedCover, listCover } from "@tuwai/server/cover";
import type { Answer } from "./command-feature.ts";
import { coverText } from "./cover-text.ts";
import { paragraphs, tableText } from "./indonesian.ts";

export type CoverChoice = { readonly state?: CoverState; readonly village?: string };

/** The cover of everybody the actor may list, who lapses first standing first. */
export async function readCoverList(app: App, actor: Actor, choice: CoverChoice): Promise<Answer> {
  const { state, village } = choice;
  const asked = {
    ...(state === undefined ? {} : { state }),
    ...(village === undefined ? {} : { villageCode: village }),
  };
  const first = await listCover(app, actor, asked);
  const workers: ListedCover[] = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1) {
    workers.push(...(await listCover(app, actor, { ...asked, page })).rows);
  }
  const { counts } = first;
  return {
    document: { counts, workers },
    text: () =>
      paragraphs(
        tableText(counts.map((each) => [each.state, String(each.count)])),
        tableText([
          ["Pekerja", "Keadaan", "Dibayar sampai", "Aman sampai", "Hari terakhir diselamatkan"],
          ...workers.map((row) => [
            row.person.code ?? "–",
            row.state,
            row.paidUntil ?? "–",
            row.safeRescueDay ?? "–",
            row.lastRescueDay ?? "–",
          ]),
        ]),
      ),
  };
}

/** One worker's cover clock today, as `tuwai cover explain` tells it from a file. */
export async function readPersonCover(app: App, actor: Actor, personCode: string): Promise<Answer> {
  const { person, asOf, explanation } = await explainPersonCover(app, actor, { personCode });
  return {
    document: { person, asOf, ...explanation },
    text: () => paragraphs(person.code ?? personCode, coverText(explanation, asOf)),
  };
}
